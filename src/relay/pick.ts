import { titleOf } from '../store/feeds.ts';
import type { Feed } from '../store/schema.ts';
import { urlOf } from './find.ts';

export type Picked<Known extends Feed> =
  | { kind: 'feed'; feed: Known }
  | { kind: 'ambiguous'; feeds: Known[] }
  | { kind: 'unknown' };

/**
 * The feed that somebody means by a number of the last list they saw, by a name (the beginning is enough when only
 * one begins so; upper and lower case are the same), or by its URL.
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
  const same = feeds.filter((it) => titleOf(it).toLocaleLowerCase() === name);
  const begin = feeds.filter(
    (it) => name !== '' && titleOf(it).toLocaleLowerCase().startsWith(name),
  );
  const [match, ...more] = same.length > 0 ? same : begin;
  if (!match) return { kind: 'unknown' };
  return more.length > 0
    ? { kind: 'ambiguous', feeds: [match, ...more] }
    : { kind: 'feed', feed: match };
}
