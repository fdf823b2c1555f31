import { webUrl } from './links.ts';
import { isAdvertisement, isIcon, isTracker } from './ornaments.ts';
import { oneLine } from './plain.ts';
import { createText, type TreeNode } from './tree.ts';

/** Attributes where lazy loaders keep the true address, best first. */
const LAZY_SOURCES =
  'data-original data-src data-lazy-src data-actualsrc data-orig-file data-large-file data-full-src data-hi-res-src data-echo data-url data-image data-lazy data-original-src zoomfile file _src ess-data data-pin-media'.split(
    ' ',
  );
/** A name made of nothing but such words: a review of some Pixel and a gray whale have pictures of their own. */
const PLACEHOLDER =
  /placeholder[^/]*\.\w+(?:\?|$)|(?:^|\/)(?=[^/?]*(?:blank|spacer|loading|lazy|gr[ae]y|transparent|pixel|1x1|default))(?:blank|spacer|loading|loader|lazy|load|gr[ae]y|transparent|pixel|default|image|img|white|[-_.\dx])+\.(?:gif|png|svg|jpe?g|webp)(?:\?|$)/i;
const EMOJI_CHARS = 8;
/** The widest version worth sending: Telegram scales photos down to 2,560 px. */
const WIDEST_PX = 2_600;
/** Widths that sites put into paths as a folder: `/news/1024/photo.jpg`. */
const WIDTH_FOLDER =
  /\/(?:1[268]0|150|200|240|300|320|360|4[048]0|450|500|512|600|624|640|660|700|720|750|768|800|900|9[67]6|960|1000|1024|1080|1200|1280|1440|1536|1600|1920|2000|2048|2400|2560)(?=\/)/g;
const SIZE_IN_PATH =
  /-\d{2,4}x\d{2,4}(?=\.\w+$)|-scaled(?=\.\w+$)|@\dx(?=\.\w+$)|\/\d{2,4}x\d{2,4}(?=\/)|\/(?:w|h|s|width|height|size)[:_=-]?\d[\w:,=.]*(?=\/)|\/p:\d+x\d+(?=\/)/g;
const SIZE_PARAMETER =
  /^(?:w|h|width|height|size|q|quality|resize|fit|crop|ssl|strip|format|fm|auto|dpr|ixlib|im|imwidth|imheight|itok)$/i;

/** Gives each picture its true address; placeholders, pixels, icons, advertisements and
 *  second copies go, emoji become text. */
export function settlePictures(root: TreeNode, baseUrl: string): void {
  const seen = new Set<string>();
  for (const image of root.find('IMG')) {
    const source = sourceOf(image.attributes, baseUrl);
    const key = source && pictureKey(source);
    if (source === null || key === null || seen.has(key)) {
      image.remove();
    } else if (isTracker(image.attributes, source) || isAdvertisement(image, source, baseUrl)) {
      image.remove();
    } else if (isIcon(image.attributes, source)) {
      image.replaceWith(createText(emojiOf(image.attributes)));
    } else {
      seen.add(key);
      const { width = '', height = '', alt = '' } = image.attributes;
      image.attributes = { src: source, alt: oneLine(alt), width, height };
    }
  }
}

/** Equal for one picture in several sizes. */
export function pictureKey(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const path = url.pathname.replace(SIZE_IN_PATH, '').replace(WIDTH_FOLDER, '');
  const query = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !SIZE_PARAMETER.test(pair.split('=', 1)[0] ?? ''));
  return `${url.hostname}${path}?${query.join('&')}`.toLowerCase();
}

function sourceOf(attributes: Record<string, string>, baseUrl: string): string | null {
  const set = attributes['data-srcset'] ?? attributes['data-lazy-srcset'] ?? attributes.srcset;
  const candidates = [
    set && widestOf(set),
    ...LAZY_SOURCES.map((name) => attributes[name]),
    attributes.src,
  ];
  for (const candidate of candidates) {
    const source = candidate?.trim();
    if (!source || !/[./]/.test(source) || PLACEHOLDER.test(source)) continue;
    const url = webUrl(source, baseUrl);
    if (url !== null) return url;
  }
  return null;
}

/** The widest picture of a `srcset` that is not wider than worth sending; else the first. */
function widestOf(sourceSet: string): string | undefined {
  let best: string | undefined;
  let bestWidth = -1;
  for (const candidate of sourceSet.split(/,\s+|,(?=https?:|\/)/)) {
    const [source, size = '1'] = candidate.trim().split(/\s+/, 2);
    const width = Number.parseFloat(size) * (size.endsWith('x') ? 1_000 : 1);
    const isBetter = width > bestWidth && (width <= WIDEST_PX || best === undefined);
    if (!source || source.startsWith('data:') || !isBetter) continue;
    best = source;
    bestWidth = width;
  }
  return best;
}

function emojiOf({ alt = '' }: Record<string, string>): string {
  return alt.length <= EMOJI_CHARS && !/\p{L}/u.test(alt) ? alt.trim() : '';
}
