import type { TreeNode } from './tree.ts';

/** Query parameters that tell who came from where, and nothing about the page. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|yclid|ysclid|msclkid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hsenc|_hsmi|hsctatracking|mkt_tok|oly_(?:anon|enc)_id|vero_(?:id|conv)|wickedid|xtor|at_(?:medium|campaign|custom\d|link_\w+|creation|variant|ptr_name|format|type|bbc_\w+)|ns_(?:campaign|mchannel|source|linkname|fee)|cmpid|ocid|ncid|sr_share|spm|share_(?:from|source|medium|token|tag)|from_source|ref_src|ref_url|guccounter|guce_\w+|ftag|soc_(?:src|trk)|smid|smtyp|partnerid|wt_?mc|wt_zmc|sc_(?:cid|src|lid|llid|uid)|mtm_\w+|pk_(?:campaign|kwd|source|medium))$/i;
const TRACKING_HASH = /^#(?:xtor|utm_|at_|ref=rss)/i;
const FOLLOWED = /^(?:https?|mailto|tel|tg|magnet|ftp):/i;
const SITE_PREFIX = /^(?:www|m|mobile|amp)\./;

/** Makes all links absolute and free of tracking; what a reader cannot or must not follow becomes text. */
export function settleLinks(root: TreeNode, baseUrl: string): void {
  for (const link of root.find('A')) {
    const url = absoluteUrl(link.attributes.href, baseUrl);
    if (url === null || !FOLLOWED.test(url)) link.unwrap();
    else link.attributes = { href: withoutTracking(url) };
  }
}

/** The absolute form of what stands in an `href` or `src`; null when it is none. */
export function absoluteUrl(value: string | undefined, baseUrl: string): string | null {
  if (!value) return null;
  const url = URL.parse(value, baseUrl) ?? URL.parse(value);
  return url?.href ?? null;
}

/** `absoluteUrl` for pictures and pages: http(s) only. */
export function webUrl(value: string | undefined, baseUrl: string): string | null {
  const url = absoluteUrl(value, baseUrl);
  return url !== null && /^https?:/.test(url) ? url : null;
}

/** The same URL without tracking parameters, otherwise untouched. */
function withoutTracking(address: string): string {
  if (!/[?#]/.test(address)) return address;
  const url = URL.parse(address);
  if (url === null) return address;
  const pairs = url.search.slice(1).split('&');
  const kept = pairs.filter((pair) => !TRACKING.test(pair.split('=', 1)[0] ?? ''));
  const isTrackedHash = TRACKING_HASH.test(url.hash);
  if (kept.length === pairs.length && !isTrackedHash) return address;
  url.search = kept.join('&');
  if (isTrackedHash) url.hash = '';
  return url.href;
}

/** Whether two addresses lead to one page, whatever the scheme, `www.`, query and fragment. */
export function isSamePage(a: string, b: string): boolean {
  const pageA = pageOf(a);
  return pageA !== null && pageA === pageOf(b);
}

/** Whether an address is only a site: `https://example.org/`. */
export function isSiteRoot(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search;
}

function pageOf(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !url.hostname) return null;
  return url.hostname.replace(SITE_PREFIX, '') + url.pathname.replace(/\/$/, '');
}
