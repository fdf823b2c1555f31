import { isFailing } from '../relay/status.ts';
import type { Feed } from '../store/schema.ts';
import type { BotContext } from './context.ts';
import { failureText, hostOf } from './failures.ts';
import { dayIn, shortMomentIn, type Told } from './moments.ts';
import type { BotParts } from './parts.ts';
import { hoursOf } from './when.ts';

const DAY_MS = 24 * 3_600_000;
/** Over which the posts a day are counted. */
const DAYS = 7;
const ENTRIES_COUNTED = 500;

/** How a feed is doing, in one or two lines for its owner. */
export async function healthOf(ctx: BotContext, feed: Feed, parts: BotParts): Promise<string> {
  const { store } = parts;
  const told = hoursOf(ctx, ctx.known, parts);
  const { lastSuccessAt, nextFetchAt } = feed;
  const line = ctx.say('feed-health', {
    subscribers: await store.feeds.subscribers(feed.id),
    last: lastSuccessAt === null ? ctx.say('never') : shortMomentIn(lastSuccessAt, told),
    next: nextFetchAt <= told.now ? ctx.say('now') : shortMomentIn(nextFetchAt, told),
  });
  const trouble = troubleText(ctx, feed, told);
  return trouble === null ? `✓ ${line}` : `⚠ ${trouble}\n${line}`;
}

/** How many posts a feed brings. */
export async function rateOf(ctx: BotContext, feed: Feed, parts: BotParts): Promise<string> {
  return ctx.say('feed-rate', { rate: await postsADay(feed, parts) });
}

async function postsADay(feed: Feed, { store, clock }: BotParts): Promise<number> {
  const since = clock.now() - DAYS * DAY_MS;
  const moments = await store.troubles.moments(feed.id, ENTRIES_COUNTED);
  return Math.round((moments.filter((at) => at > since).length / DAYS) * 10) / 10;
}

function troubleText(ctx: BotContext, feed: Feed, told: Told): string | null {
  if (isFailing(feed)) {
    const reason = failureText(ctx.say, feed.failure ?? '', hostOf(feed.url));
    return ctx.say('feed-health-failing', { failures: feed.failures, reason });
  }
  if (feed.trouble !== 'stale' || feed.freshAt === null) return null;
  return ctx.say('state-stale', { date: dayIn(feed.freshAt, told) });
}
