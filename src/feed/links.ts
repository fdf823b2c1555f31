import type { RawLink } from './raw.ts';

/** Where a feed stands: `url` of the document, `base` as its `xml:base` says, `siteUrl` of the page it belongs to. */
export type Place = { url: string; base: string | null; siteUrl: string | null };

/** An http(s) URL that can be stored and followed, or null. */
export function absoluteUrl(href: string, base: string): string | null {
  const written = href.trim();
  if (written === '' || written.length > MAX_URL_LENGTH) return null;
  const url = URL.parse(/^www\./i.test(written) ? `https://${written}` : written, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

const MAX_URL_LENGTH = 4_096;

/** Feed, entry, content and one to spare; longer chains only cost time. */
const MAX_BASES = 4;

/** What a chain of `xml:base`, outermost first, comes to; null when there is none. */
export function baseOf(bases: string[], url: string): string | null {
  if (bases.length === 0) return null;
  return bases.slice(0, MAX_BASES).reduce((outer, base) => absoluteUrl(base, outer) ?? outer, url);
}

/** The page among the links: of the alternates a web page first; then a guid that is a link. */
export function pageLink(links: RawLink[], base: string): string | null {
  const alternates = links.filter(({ rel }) => rel === 'alternate');
  const pages = alternates.filter(({ type }) => type === null || type.includes('html'));
  const permalinks = links.filter(({ rel, href }) => rel === 'permalink' && /^https?:/i.test(href));
  for (const { href } of [...pages, ...alternates, ...permalinks]) {
    const url = absoluteUrl(href, base);
    if (url) return url;
  }
  return null;
}
