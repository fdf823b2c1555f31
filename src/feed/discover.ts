import { Parser } from 'htmlparser2';
import { absoluteUrl } from './links.ts';
import { mainFeeds } from './offers.ts';
import { feedInPage, knownFeeds } from './sites.ts';

export type FeedLink = { url: string; title: string };

/** The feeds a page offers, in its order, each in one format and without those of its comments. What it declares
 *  counts more than links that look like feeds. */
export function feedLinks(html: string, pageUrl: string): FeedLink[] {
  const start = html.slice(0, MAX_HTML_LENGTH);
  const ofSite = feedInPage(start, pageUrl);
  if (ofSite) return [{ url: ofSite, title: '' }];

  const { base, declared, mentioned } = linksIn(start);
  const baseUrl = absoluteUrl(base, pageUrl) ?? pageUrl;
  const [first, second] = [declared, mentioned].map((links) => linked(links, baseUrl, pageUrl));
  const offered = first && first.length > 0 ? first : (second ?? []);
  return mainFeeds(offered).slice(0, MAX_LINKS);
}

function linked(links: Found[], baseUrl: string, pageUrl: string): FeedLink[] {
  const found = new Map<string, FeedLink>();
  for (const { href, title } of links) {
    const url = absoluteUrl(href.replace(FEED_SCHEME, ''), baseUrl);
    if (url && url !== pageUrl && !found.has(url)) found.set(url, { url, title: oneLine(title) });
  }
  return [...found.values()];
}

/** Where a feed could be though the page names none: what is known of the site, then the usual paths, nearest first. */
export function feedGuesses(pageUrl: string): string[] {
  const url = URL.parse(pageUrl);
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  const known = knownFeeds(url);
  if (known.length > 0) return known;

  const section = url.pathname.replace(/\/[^/]*\.\w{1,5}$/, '').replace(/\/+$/, '');
  const places = section === '' ? [''] : [section, ''];
  const guesses = places.flatMap((place) => PATHS.map((path) => `${url.origin}${place}${path}`));
  return [...new Set(guesses)].slice(0, MAX_GUESSES);
}

const MAX_HTML_LENGTH = 2_000_000;
const MAX_LINKS = 20;
const MAX_GUESSES = 16;

/** By how many sites use them: WordPress and Ghost, Hugo, Jekyll, and the rest. */
const PATHS = ['/feed', '/rss', '/index.xml', '/feed.xml', '/atom.xml', '/rss.xml', '/feed.json'];

/** `feed:https://…` and `feed://…`: for people's feed readers. */
const FEED_SCHEME = /^feed:(?:\/\/(?=https?:))?/i;
const FEED_TYPE = /^application\/(rss\+xml|atom\+xml|rdf\+xml|feed\+json)/i;
const JSON_OR_XML = /^(application|text)\/(json|xml)/i;
const FEED_PATH =
  /(^feed:)|[/.](rss|atom|feed|feeds|rdf)([/?.]|$)|[/=](rss2?|atom)\b|\/index\.rdf$/i;
const NOT_A_FEED = /\/(wp-json|oembed)\b|\.(html?|js|css|png|jpe?g|svg|gif)([?#]|$)|^mailto:/i;

type Found = { href: string; title: string };
type PageLinks = { base: string; declared: Found[]; mentioned: Found[] };

function linksIn(html: string): PageLinks {
  const links: PageLinks = { base: '', declared: [], mentioned: [] };
  let anchor: Found | null = null;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const { href = '', title = '' } = attributes;
      depth++;
      if (depth > MAX_DEPTH) parser.pause();
      if (name === 'base') links.base ||= href;
      else if (name === 'link' && isDeclaration(attributes)) links.declared.push({ href, title });
      else if (name === 'a') anchor = isMention(href) ? { href, title } : null;
      if (name === 'a' && anchor && links.mentioned.length < MAX_LINKS)
        links.mentioned.push(anchor);
    },
    ontext(text) {
      if (anchor && anchor.title.length < MAX_TITLE_LENGTH) anchor.title += text;
    },
    onclosetag(name) {
      depth--;
      if (name === 'a') anchor = null;
    },
  });
  parser.write(html);
  if (depth <= MAX_DEPTH) parser.end();
  return links;
}

const MAX_TITLE_LENGTH = 200;

/** htmlparser2 searches its stack for each end tag: this keeps that cheap. */
const MAX_DEPTH = 2_000;

function isDeclaration({ rel = '', type = '', href = '' }: Record<string, string>): boolean {
  if (href === '' || !/\b(alternate|feed)\b/i.test(rel) || /\bstylesheet\b/i.test(rel))
    return false;
  if (NOT_A_FEED.test(href)) return false;
  return FEED_TYPE.test(type) || (JSON_OR_XML.test(type) && FEED_PATH.test(href));
}

function isMention(href: string): boolean {
  return href.length < 2_000 && FEED_PATH.test(href) && !NOT_A_FEED.test(href);
}

function oneLine(title: string): string {
  return title.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE_LENGTH);
}
