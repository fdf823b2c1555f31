import type { Picture } from '../model.ts';
import { type Size, sizeInAddress, sizeOf } from './sizes.ts';
import type { TreeNode } from './tree.ts';

const TRACKER_HOST =
  /(?:^|\.)(?:feedburner\.com|feedsportal\.com|doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|stats\.wordpress\.com|stats\.wp\.com|pheedo\.com|xiti\.com|vgwort\.de)$|^(?:ads|adserver|count|counter|pixel|beacon|metrics|tracking|analytics|piwik|matomo|hits)\./i;
const TRACKER_PATH =
  /\/(?:pixel|beacon|track(?:er|ing)?|open|count(?:er)?|spacer|blank|transparent|clear|1x1|[bg])\.(?:gif|png|php|aspx?)(?:\?|$)|\/~r\/|\/~4\/|[?&]pixel=/i;
const ICON_HOST = /gravatar\.com$|twemoji/i;
const ICON_PATH = /\/(?:emoji|smilies|emoticons?|smileys?|avatars?|favicon)[/.]/i;
const ICON_CLASS =
  /(?:^|[\s-_])(?:emoji|smil(?:ey|ies)|emoticon|icon|avatar|gravatar)(?:$|[\s-_])/i;
/** Servers and folders that hold nothing but advertisements, whoever runs them. */
const AD_HOST = /^(?:ads?\d*|adserv(?:er|ing)?\d*|adclick|banners?|openx|revive)\./i;
const AD_PATH =
  /\/(?:ads?|adserver|adserving|advert(?:s|isements?)?|ad-?banners?|openx|revive)\/|\/(?:adclick|aclk|adview)\b/i;
const SPONSORED = /(?:^|\s)sponsored(?:\s|$)/i;
/** Words in the file's own name. */
const ORNAMENT_NAME =
  /(?:^|[-_.])(?:logo|icons?|badge|button|btn|sprite|divider|separator|qr-?code|avatar|gravatar)(?:[-_.\d]|$)/i;

const PIXEL_PX = 2;
const ICON_PX = 48;
/** A picture smaller than this adorns. */
const ORNAMENT_PX = 120;
/** From here on a file's name says nothing: nobody prints a badge that large. */
const LARGE_PX = 400;
/** Sites' banners are flatter than any photograph. */
const BANNER_RATIO = 5;

/** Whether an image is there to count readers. */
export function isTracker(attributes: Record<string, string>, source: string): boolean {
  const { width, height } = sizeOf(attributes);
  if ((width ?? ICON_PX) <= PIXEL_PX || (height ?? ICON_PX) <= PIXEL_PX) return true;
  const url = URL.parse(source);
  return (
    url !== null &&
    (TRACKER_HOST.test(url.hostname) || TRACKER_PATH.test(url.pathname + url.search))
  );
}

export function isIcon(attributes: Record<string, string>, source: string): boolean {
  const { width, height } = sizeOf(attributes);
  const longest = Math.max(width ?? 0, height ?? 0);
  if (longest > 0 && longest <= ICON_PX) return true;
  const url = URL.parse(source);
  return (
    ICON_CLASS.test(attributes.class ?? '') ||
    (url !== null && (ICON_HOST.test(url.hostname) || ICON_PATH.test(url.pathname)))
  );
}

/** Whether an image comes from where advertisements come from, or leads to where they lead. */
export function isAdvertisement(image: TreeNode, source: string, baseUrl: string): boolean {
  const { href = '', rel = '' } = image.closest('A')?.attributes ?? {};
  return SPONSORED.test(rel) || isOfAds(source) || isOfAds(URL.parse(href, baseUrl)?.href ?? '');
}

/** Whether a picture adorns rather than shows something, by its size, its shape and its name. */
export function isOrnament(picture: Picture): boolean {
  const { width, height } = knownSize(picture);
  if ((width ?? ORNAMENT_PX) < ORNAMENT_PX || (height ?? ORNAMENT_PX) < ORNAMENT_PX) return true;
  if (width && height && Math.max(width / height, height / width) > BANNER_RATIO) return true;
  const url = URL.parse(picture.url);
  const name = url?.pathname.split('/').at(-1) ?? '';
  return (width ?? 0) < LARGE_PX && ORNAMENT_NAME.test(name);
}

/** Whether what a feed names as a picture is one of the article, and not of its author or its readers' number. */
export function isOfArticle({ url, width, height }: Picture): boolean {
  const declared = { width: String(width ?? ''), height: String(height ?? '') };
  return !isTracker(declared, url) && !isIcon(declared, url) && !isOfAds(url);
}

/** The size a picture is declared to have, or else the one its address tells. */
export function knownSize({ url, width, height }: Picture): Size {
  const told = sizeInAddress(url);
  return width === null && height === null ? told : { width, height };
}

function isOfAds(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return (
    AD_HOST.test(url.hostname) || TRACKER_HOST.test(url.hostname) || AD_PATH.test(url.pathname)
  );
}
