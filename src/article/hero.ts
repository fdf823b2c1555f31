import type { Entry, Picture } from '../model.ts';
import { displayText, isRepeated } from './blocks.ts';
import { webUrl } from './links.ts';
import { removeBlock } from './paragraphs.ts';
import { pictureKey, pixels } from './pictures.ts';
import type { TreeNode } from './tree.ts';

/** A feed's picture narrower than this is a thumbnail: the body's own is better. */
const THUMBNAIL_PX = 300;
/** A body's picture smaller than this is an ornament. */
const ORNAMENT_PX = 120;

/** Takes the hero: what the feed names, else the body's first good picture, else a video's poster. The same
 *  picture leaves the body, in whatever size it stands there, and its caption becomes the `alt`. */
export function takeHero(
  root: TreeNode,
  entry: Entry,
  repeated: ReadonlySet<string>,
): Picture | null {
  const images = root.find('IMG');
  const named = entry.pictures.map((it) => asHero(it, entry.baseUrl)).find((it) => it !== null);
  const own = images.find((it) => isGood(it) && !isRepeated(it.parentNode ?? it, repeated));
  const hero = betterOf(named ?? null, own ? pictureOf(own) : null) ?? posterOf(root);
  if (hero === null) return null;
  const key = pictureKey(hero.url);
  const shown = images.filter((it) => pictureKey(it.attributes.src ?? '') === key);
  const captions = shown.map(removeShown);
  const alts = [...captions, hero.alt, ...shown.map((it) => it.attributes.alt)];
  return { ...hero, alt: alts.find(Boolean) ?? '' };
}

function asHero(picture: Picture, baseUrl: string): Picture | null {
  const url = webUrl(picture.url, baseUrl);
  if (url === null) return null;
  return /^https?:/.test(picture.url) ? picture : { ...picture, url };
}

function betterOf(named: Picture | null, own: Picture | null): Picture | null {
  if (named === null || own === null) return named ?? own;
  return named.width !== null && named.width < THUMBNAIL_PX ? own : named;
}

function isGood({ attributes }: TreeNode): boolean {
  const { width, height } = pictureOf({ attributes });
  return (width ?? ORNAMENT_PX) >= ORNAMENT_PX && (height ?? ORNAMENT_PX) >= ORNAMENT_PX;
}

function pictureOf({ attributes }: Pick<TreeNode, 'attributes'>): Picture {
  const { src = '', alt = '', width, height } = attributes;
  return { url: src, alt, width: pixels(width), height: pixels(height) };
}

function posterOf(root: TreeNode): Picture | null {
  const url = root.find('A').find(({ attributes }) => attributes.poster)?.attributes.poster;
  return url ? { url, alt: '', width: null, height: null } : null;
}

/** Removes a picture with what stood only for it, and returns its caption. */
function removeShown(image: TreeNode): string {
  const figure = image.closest('FIGURE');
  if (figure && figure.find('IMG').length === 1) {
    const caption = figure.find('FIGCAPTION')[0];
    const text = caption ? displayText(caption) : '';
    if (displayText(figure) === text) {
      removeBlock(figure);
      return text;
    }
  }
  removeBlock(image);
  return '';
}
