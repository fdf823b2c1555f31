import type { FeedLink } from '../feed/discover.ts';
import { type FindOutcome, urlOf } from '../relay/find.ts';
import { pickFeed } from '../relay/pick.ts';
import type { Feed } from '../store/schema.ts';
import { personOf } from './allowed.ts';
import type { BotContext } from './context.ts';
import { failureText, hostOf } from './failures.ts';
import type { Piece } from './format.ts';
import { lastList } from './lists.ts';
import { ambiguity, feedsKnown } from './naming.ts';
import type { BotParts } from './parts.ts';
import { addressRefusal } from './room.ts';

/** What a word means that somebody typed to name a feed. */
export type Found =
  | { kind: 'feed'; feed: Feed }
  | { kind: 'several'; links: FeedLink[]; host: string }
  /** No feed; `why` is a sentence for who asked. */
  | { kind: 'none'; why: Piece };

type FindDeps = { parts: BotParts; looking: (host: string) => Promise<void> };

/** The feed of a number, a name or an address; `looking` is called before the web is asked, which takes a while. */
export async function findFor(
  ctx: BotContext,
  word: string,
  { parts, looking }: FindDeps,
): Promise<Found> {
  const { store, rights, findFeed } = parts;
  const known = await feedsKnown(ctx.known.id, parts);
  const picked = pickFeed(word, known, await lastList(ctx, store));
  if (picked.kind === 'feed') return picked;
  if (picked.kind === 'ambiguous') return { kind: 'none', why: ambiguity(ctx, word, picked) };

  const url = urlOf(word);
  if (!url || /^\d+$/.test(word)) return { kind: 'none', why: ctx.say(...unknownKey(word)) };
  const userId = personOf(ctx);
  if (!(await rights.mayAddFeeds(userId))) {
    const ofSite = known.find(({ siteUrl }) => siteUrl !== null && urlOf(siteUrl) === url);
    return ofSite
      ? { kind: 'feed', feed: ofSite }
      : { kind: 'none', why: ctx.say('only-catalogue') };
  }
  const refusal = await addressRefusal(ctx, url, parts);
  if (refusal !== null) return { kind: 'none', why: refusal };
  const host = hostOf(url);
  // What an owner's key opens is not for everybody who knows the address.
  const locked = await store.feeds.byUrl(url);
  if (locked && locked.headers !== null && locked.listed === 0 && !rights.isOwner(userId)) {
    return { kind: 'none', why: failureText(ctx.say, 'forbidden', host) };
  }
  await looking(host);
  const outcome = await findFeed(url, { userId, listed: 'unlisted' });
  if (outcome.kind === 'found') return { kind: 'feed', feed: outcome.feed };
  if (outcome.kind === 'several') return { ...outcome, host };
  return { kind: 'none', why: reasonText(ctx, outcome, host) };
}

/** Words and numbers were meant as names; what has a dot in it was meant as an address. */
function unknownKey(word: string): [key: string, about: Record<string, string>] {
  return /\s|^[^.]+$/.test(word)
    ? ['feed-unknown', { name: word }]
    : ['not-an-address', { text: word }];
}

/** A sentence for people about why no feed was had. */
export function reasonText(
  ctx: BotContext,
  outcome: Exclude<FindOutcome, { kind: 'found' | 'several' }>,
  host: string,
): string {
  switch (outcome.kind) {
    case 'none':
      return outcome.tried.length === 0
        ? ctx.say('none-offered', { host })
        : ctx.say('none-found', { host, count: outcome.tried.length });
    case 'unreachable':
      return failureText(ctx.say, outcome.reason, host);
    case 'notAnAddress':
      return ctx.say('not-an-address', { text: host });
  }
}
