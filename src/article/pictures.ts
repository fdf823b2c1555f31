import { webUrl } from './links.ts';
import { oneLine } from './plain.ts';
import { createText, type TreeNode } from './tree.ts';

/** Attributes where lazy loaders keep the true address, best first. */
const LAZY_SOURCES =
  'data-original data-src data-lazy-src data-actualsrc data-orig-file data-large-file data-full-src data-hi-res-src data-echo data-url data-image data-lazy data-original-src zoomfile file _src ess-data data-pin-media'.split(
    ' ',
  );
const PLACEHOLDER =
  /(?:placeholder|blank|spacer|loading|lazy|gr[ae]y|transparent|pixel|1x1|default[-_]?img)[^/]*\.(?:gif|png|svg|jpe?g|webp)(?:\?|$)/i;
const TRACKER_HOST =
  /(?:^|\.)(?:feedburner\.com|feedsportal\.com|doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|stats\.wordpress\.com|stats\.wp\.com|pheedo\.com|xiti\.com|vgwort\.de)$|^(?:ads|adserver|count|counter|pixel|beacon|metrics|tracking|analytics|piwik|matomo|hits)\./i;
const TRACKER_PATH =
  /\/(?:pixel|beacon|track(?:er|ing)?|open|count(?:er)?|spacer|blank|transparent|clear|1x1|[bg])\.(?:gif|png|php|aspx?)(?:\?|$)|\/~r\/|\/~4\/|[?&]pixel=/i;
const ICON_HOST = /gravatar\.com$|twemoji/i;
const ICON_PATH = /\/(?:emoji|smilies|emoticons?|smileys?|avatars?|favicon)[/.]/i;
const ICON_CLASS =
  /(?:^|[\s-_])(?:emoji|smil(?:ey|ies)|emoticon|icon|avatar|gravatar)(?:$|[\s-_])/i;

const PIXEL_PX = 2;
const ICON_PX = 48;
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

/** Gives each picture its true address; placeholders, pixels, icons and second copies go, emoji become text. */
export function settlePictures(root: TreeNode, baseUrl: string): void {
  const seen = new Set<string>();
  for (const image of root.find('IMG')) {
    const source = sourceOf(image.attributes, baseUrl);
    const key = source && pictureKey(source);
    if (source === null || key === null || seen.has(key) || isTracker(image.attributes, source)) {
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

/** Pixels as written in an attribute; null when it says something else. */
export function pixels(value: string | undefined): number | null {
  const match = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(value ?? '');
  return match ? Number(match[1]) : null;
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

function isTracker(attributes: Record<string, string>, source: string): boolean {
  const { width, height } = sizeOf(attributes);
  if ((width ?? ICON_PX) <= PIXEL_PX || (height ?? ICON_PX) <= PIXEL_PX) return true;
  const url = URL.parse(source);
  return (
    url !== null &&
    (TRACKER_HOST.test(url.hostname) || TRACKER_PATH.test(url.pathname + url.search))
  );
}

function isIcon(attributes: Record<string, string>, source: string): boolean {
  const { width, height } = sizeOf(attributes);
  const longest = Math.max(width ?? 0, height ?? 0);
  if (longest > 0 && longest <= ICON_PX) return true;
  const url = URL.parse(source);
  return (
    ICON_CLASS.test(attributes.class ?? '') ||
    (url !== null && (ICON_HOST.test(url.hostname) || ICON_PATH.test(url.pathname)))
  );
}

function emojiOf({ alt = '' }: Record<string, string>): string {
  return alt.length <= EMOJI_CHARS && !/\p{L}/u.test(alt) ? alt.trim() : '';
}

function sizeOf({ width, height, style = '' }: Record<string, string>) {
  return {
    width: pixels(width) ?? pixels(/(?:^|[;\s])width\s*:\s*([\d.]+px)/i.exec(style)?.[1]),
    height: pixels(height) ?? pixels(/(?:^|[;\s])height\s*:\s*([\d.]+px)/i.exec(style)?.[1]),
  };
}
