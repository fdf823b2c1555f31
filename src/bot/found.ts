import type { FeedLink } from '../feed/discover.ts';
import { type FindOutcome, urlOf } from '../relay/find.ts';
import type { Feed } from '../store/schema.ts';
import { answer, answerForNow, type BotContext, type Tell } from './context.ts';
import { column } from './pages.ts';
import type { BotParts } from './parts.ts';

export type Found =
  | { kind: 'feed'; feed: Feed; tell: Tell }
  | { kind: 'several'; links: FeedLink[]; host: string; tell: Tell; parts: BotParts };

const CHOICES = 10;
const CHOICE_KEPT_MS = 24 * 3_600_000;

/** Looks for the feed of an address, for somebody who may add feeds; tells them at once that it does, and why it failed. */
export async function findForChat(
  ctx: BotContext,
  address: string,
  parts: BotParts,
): Promise<Found | null> {
  const { rights, findFeed, store } = parts;
  const userId = ctx.from?.id ?? 0;
  const url = urlOf(address);
  if (!url) {
    const key = /\s|^[^.]+$/.test(address) ? 'feed-unknown' : 'not-an-address';
    await answer(ctx, ctx.say(key, { name: address, text: address }));
    return null;
  }
  const isListed = (await store.feeds.byUrl(url))?.listed === 1;
  if (!isListed && !rights.mayAddFeeds(userId)) {
    await answer(ctx, ctx.say('only-catalogue'));
    return null;
  }
  const host = hostOf(url);
  const tell = await answerForNow(ctx, ctx.say('looking', { host }));
  const outcome = await findFeed(url, { userId, listed: 'unlisted' });
  if (outcome.kind === 'found') return { kind: 'feed', feed: outcome.feed, tell };
  if (outcome.kind === 'several') {
    return { kind: 'several', links: outcome.links, host, tell, parts };
  }
  await tell(reasonText(ctx, outcome, host));
  return null;
}

/** One button for each feed of a page; what they stand for is remembered for a day. */
export async function offerChoice(
  ctx: BotContext,
  { links, host, tell }: Extract<Found, { kind: 'several' }>,
  { store }: BotParts,
): Promise<void> {
  const offered = links.slice(0, CHOICES);
  const note = `${ctx.known.id}-${ctx.update.update_id}`;
  await store.notes.set(
    `choice:${note}`,
    offered.map(({ url }) => url),
    CHOICE_KEPT_MS,
  );
  const buttons = offered.map(({ title, url }, index) => ({
    text: title || url,
    data: `n:${note}:${index}`,
  }));
  await tell(ctx.say('choose-feed', { host }), column(buttons));
}

/** A sentence for people about why no feed was had. */
export function reasonText(
  ctx: BotContext,
  outcome: Exclude<FindOutcome, { kind: 'found' | 'several' }>,
  host: string,
): string {
  switch (outcome.kind) {
    case 'none':
      return ctx.say('none-found', { host, count: outcome.tried.length });
    case 'unreachable':
      return failureText(ctx, outcome.reason, host);
    case 'notAnAddress':
      return ctx.say('not-an-address', { text: host });
  }
}

const TOLD = new Set([
  'dns',
  'refused',
  'timeout',
  'blocked',
  'notFound',
  'forbidden',
  'serverError',
  'rateLimited',
  'notAFeed',
  'tooLarge',
]);

export function failureText(ctx: BotContext, reason: string, host: string): string {
  return ctx.say(`unreachable-${TOLD.has(reason) ? reason : 'other'}`, { host });
}

export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
