import type { Entry, Picture } from '../model.ts';
import { isRepeated } from './blocks.ts';
import { namedPictures, pictureOf } from './hero.ts';
import { isOrnament } from './ornaments.ts';
import { pictureKey } from './pictures.ts';
import type { TreeNode } from './tree.ts';

/** With the hero they are ten, which is what one album holds. */
const MOST = 9;

/** Pictures worth showing besides the hero, in their order: those of the body, else those the feed names. */
export function furtherPictures(
  root: TreeNode,
  entry: Entry,
  { hero, repeated }: { hero: Picture | null; repeated: ReadonlySet<string> },
): Picture[] {
  if (hero === null) return [];
  const own = root
    .find('IMG')
    .filter((it) => !isRepeated(it.parentNode ?? it, repeated))
    .map(pictureOf);
  // Of several widths one picture is offered; several pictures have one width, or none is told.
  const named = namedPictures(entry, repeated).filter(({ width }) => width === hero.width);
  const seen = new Set([pictureKey(hero.url)]);
  const further = (pictures: Picture[]) =>
    pictures.filter((it) => !isOrnament(it) && isNew(pictureKey(it.url), seen));
  const found = further(own);
  return (found.length > 0 ? found : further(named)).slice(0, MOST);
}

function isNew(key: string, seen: Set<string>): boolean {
  return !seen.has(key) && seen.add(key) !== undefined;
}
