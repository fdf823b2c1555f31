import type { Entry, Picture } from '../model.ts';
import { displayText, isRepeated, pictureFingerprint } from './blocks.ts';
import { webUrl } from './links.ts';
import { isOfArticle, isOrnament, knownSize } from './ornaments.ts';
import { removeBlock } from './paragraphs.ts';
import { pictureKey } from './pictures.ts';
import { pixels } from './sizes.ts';
import type { TreeNode } from './tree.ts';

/** A picture narrower than this is a thumbnail: a larger one is better. */
const THUMBNAIL_PX = 300;

/** Takes the hero: what the feed names, else the body's first good picture, else a video's poster. The same
 *  picture leaves the body, in whatever size it stands there, and its caption becomes the `alt`. */
export function takeHero(
  root: TreeNode,
  entry: Entry,
  repeated: ReadonlySet<string>,
): Picture | null {
  const images = root.find('IMG');
  const named = namedPictures(entry, repeated);
  const own = images
    .filter((it) => !isRepeated(it.parentNode ?? it, repeated))
    .map(pictureOf)
    .filter((it) => !isOrnament(it));
  const hero = bestOf(named, own) ?? posterOf(root);
  if (hero === null) return null;
  const key = pictureKey(hero.url);
  const shown = images.filter((it) => pictureKey(it.attributes.src ?? '') === key);
  const captions = shown.map(removeShown);
  const alts = [...captions, hero.alt, ...shown.map((it) => it.attributes.alt)];
  return { ...hero, alt: alts.find(Boolean) ?? '' };
}

/** What the feed names for this entry alone, best first: no face of its author, no picture that every entry has. */
export function namedPictures(entry: Entry, repeated: ReadonlySet<string>): Picture[] {
  return entry.pictures
    .map((it) => ({ ...it, url: webUrl(it.url, entry.baseUrl) ?? '' }))
    .filter((it) => it.url !== '' && isOfArticle(it))
    .filter((it) => !repeated.has(pictureFingerprint(it.url)));
}

export function pictureOf({ attributes }: Pick<TreeNode, 'attributes'>): Picture {
  const { src = '', alt = '', width, height } = attributes;
  return { url: src, alt, width: pixels(width), height: pixels(height) };
}

/** Position decides among those that are large enough; a thumbnail is better than nothing. */
function bestOf(named: Picture[], own: Picture[]): Picture | null {
  const [first] = named;
  const large = (first && largest(first, own)) ?? own.find((it) => !isThumbnail(it));
  return large ?? first ?? own[0] ?? null;
}

/** The same picture may stand in the body, and larger; none when it is a thumbnail there too. */
function largest(named: Picture, own: Picture[]): Picture | undefined {
  const key = pictureKey(named.url);
  const same = own.find(({ url }) => pictureKey(url) === key);
  if (same && widthOf(same) > widthOf(named)) return isThumbnail(same) ? undefined : same;
  return isThumbnail(named) ? undefined : named;
}

/** Unknown is as good as large. */
function widthOf(picture: Picture): number {
  return knownSize(picture).width ?? UNKNOWN_PX;
}

const UNKNOWN_PX = 1_000;

function isThumbnail(picture: Picture): boolean {
  return widthOf(picture) < THUMBNAIL_PX;
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
