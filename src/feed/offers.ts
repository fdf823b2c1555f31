import type { FeedLink } from './discover.ts';

/** Of all the feeds a page offers those that somebody would follow: each only in its first format, and comments only
 *  where there is nothing else. */
export function mainFeeds(offers: FeedLink[]): FeedLink[] {
  const stories = offers.filter((offer) => !isOfComments(offer));
  const kept: FeedLink[] = [];
  for (const offer of stories.length > 0 ? stories : offers) {
    if (!kept.some((other) => isSameContent(other, offer))) kept.push(offer);
  }
  return kept;
}

const COMMENTS =
  /\bcomments?\b|\bkommentare?\b|\bcommentaires?\b|\bcomentarios?\b|\bcomentários?\b|\bcommenti\b|\breacties\b|комментари|评论|評論|コメント|댓글/i;

function isOfComments({ url, title }: FeedLink): boolean {
  return COMMENTS.test(title) || /[/=]comments?\b/i.test(url);
}

/** The same feed in another format: nothing but the format is different in its URL, nor in its title if both have one. */
function isSameContent(one: FeedLink, two: FeedLink): boolean {
  if (placeOf(one.url) !== placeOf(two.url)) return false;
  const [first, second] = [wordsOf(one.title), wordsOf(two.title)];
  return first === '' || second === '' || first === second;
}

/** `rss2`, `Atom 1.0`, and what else says only how a feed is written. */
const FORMAT =
  /\b(?:(?:rss|rdf|atom|json|xml)[\d.\s]*|feeds?|index|default|full|php|alt|type|format)\b/gi;

function placeOf(url: string): string {
  const { host = '', pathname = '', search = '' } = URL.parse(url) ?? {};
  return host + wordsOf(pathname + search);
}

/** Letters and digits that say something of the content. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(FORMAT, '')
    .replace(/[^\p{L}\p{N}%]+/gu, '');
}
