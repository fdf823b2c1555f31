import { plainLetters, UNPARTED } from '../letters.ts';
import { titleOf } from '../store/feeds.ts';
import type { Feed } from '../store/schema.ts';
import { urlOf } from './find.ts';

export type Picked<Known extends Feed> =
  | { kind: 'feed'; feed: Known }
  | { kind: 'ambiguous'; feeds: Known[] }
  | { kind: 'unknown' };

/**
 * The feed that somebody means by a number of the last list they saw, by a name (the beginning is enough when only
 * one begins so, or else words in it; upper and lower case are the same), or by its URL.
 */
export function pickFeed<Known extends Feed>(
  text: string,
  feeds: Known[],
  lastList: number[],
): Picked<Known> {
  const wanted = text.trim();
  if (/^\d{1,4}$/.test(wanted)) {
    const id = lastList[Number(wanted) - 1];
    const feed = feeds.find((it) => it.id === id);
    if (feed) return { kind: 'feed', feed };
  }
  const url = wanted.includes('.') || wanted.includes(':') ? urlOf(wanted) : null;
  const byUrl = feeds.find((it) => it.url === url);
  if (byUrl) return { kind: 'feed', feed: byUrl };

  const name = wanted.toLocaleLowerCase();
  const called = (is: (title: string) => boolean) =>
    name === '' ? [] : feeds.filter((it) => is(titleOf(it)));
  const same = called((title) => title.toLocaleLowerCase() === name);
  const begin = same.length > 0 ? same : called((it) => it.toLocaleLowerCase().startsWith(name));
  const isNoName = url !== null || /^\d+$/.test(name);
  const [match, ...more] = begin.length > 0 || isNoName ? begin : called(hasWords(name));
  if (!match) return { kind: 'unknown' };
  return more.length > 0
    ? { kind: 'ambiguous', feeds: [match, ...more] }
    : { kind: 'feed', feed: match };
}

const STARTS_UNPARTED = new RegExp(`^ [${UNPARTED}]`, 'u');
/** `-football` after a name is part of a filter, and `{title}` of a template. */
const HAS_SIGN = /(?:^|\s)[^\p{L}\p{N}\s]/u;

/** Whether a title has these words somewhere, the last one perhaps only begun: “gaz” is in “The Gazette”. */
function hasWords(name: string): (title: string) => boolean {
  if (HAS_SIGN.test(name)) return () => false;
  const sought = spaced(name);
  const words = STARTS_UNPARTED.test(sought) ? sought.slice(1) : sought;
  return (title) => spaced(title).includes(words);
}

/** Its words in plain letters, with one blank before each. */
function spaced(text: string): string {
  const words = plainLetters(text).split(/[^\p{L}\p{M}\p{N}]+/u);
  return ` ${words.filter((word) => word !== '').join(' ')}`;
}
