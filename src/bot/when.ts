import type { EpochMs } from '../model.ts';
import { nextDigestAt, quietUntil, wishedDigest } from '../relay/calendar.ts';
import { WEEKDAYS } from '../relay/hours.ts';
import type { Chat } from '../store/schema.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import type { BotContext } from './context.ts';
import { clockIn, dayAheadIn, type Told, weekdayIn, zoneName } from './moments.ts';
import type { BotParts } from './parts.ts';

/** What time it is for a chat, and in which language it is told. */
export type Hours = Told & { now: EpochMs };

/** A Sunday in UTC, to name the days of a week. */
const SUNDAY = Date.UTC(2026, 10, 22);
const DAY_MS = 24 * 3_600_000;

export function hoursOf(
  ctx: BotContext,
  { timeZone }: Pick<Chat, 'timeZone'>,
  { clock, defaultTimeZone }: BotParts,
): Hours {
  const { language } = ctx.say;
  return { now: clock.now(), timeZone: timeZone ?? defaultTimeZone, language };
}

/** `daily at 08:00`, in the middle of a sentence. */
export function rhythmText(ctx: BotContext, digest: string, { language }: Hours): string {
  const [rhythm, ...words] = digest.split(' ');
  const time = words.at(-1) ?? '';
  if (rhythm === 'hourly') return ctx.say('rhythm-hourly');
  if (rhythm === 'daily') return ctx.say('rhythm-daily', { time });
  const weekday = SUNDAY + WEEKDAYS.indexOf(words[0] ?? '') * DAY_MS;
  const day = weekdayIn(weekday, { timeZone: 'UTC', language });
  return ctx.say('rhythm-weekly', { day, time });
}

/** Whether digests come, and when the next one does. */
export function digestText(ctx: BotContext, digest: string | null, hours: Hours): string {
  if (digest === null) return ctx.say('digest-none');
  const { now, timeZone } = hours;
  const next = nextDigestAt(digest, timeZone, now);
  return ctx.say('digest-on', {
    rhythm: rhythmText(ctx, digest, hours),
    ...{ day: dayAheadIn(next, hours), time: clockIn(next, timeZone), zone: zoneName(timeZone) },
  });
}

/** The same of one feed, which may be as in its chat. */
export function feedDigestText(
  ctx: BotContext,
  { chat, feed }: { chat: Chat; feed: SubscribedFeed },
  hours: Hours,
): string {
  const told = digestText(ctx, wishedDigest(chat, feed.ownDigest), hours);
  return feed.ownDigest === null ? ctx.say('digest-as-chat', { told }) : told;
}

/** When it is quiet, and what that means for posts. */
export function quietText(
  ctx: BotContext,
  { quiet, quietMode }: Pick<Chat, 'quiet' | 'quietMode'>,
  { now, timeZone }: Hours,
): string {
  if (quiet === null) return ctx.say('quiet-none');
  const [from = '', to = ''] = quiet.split('-');
  const told = ctx.say(quietMode === 'silent' ? 'quiet-silent' : 'quiet-hold', { from, to });
  const end = quietUntil(quiet, timeZone, now);
  return end === null ? told : `${told}\n${ctx.say('quiet-now', { time: clockIn(end, timeZone) })}`;
}

export function zoneText(ctx: BotContext, { now, timeZone }: Hours): string {
  return ctx.say('zone-now', { zone: zoneName(timeZone), time: clockIn(now, timeZone) });
}

/** With a word on whose clock that is, where nobody has chosen one. */
export function hinted(
  ctx: BotContext,
  told: string,
  { timeZone }: Pick<Chat, 'timeZone'>,
  hours: Hours,
): string {
  return timeZone === null
    ? `${told}\n${ctx.say('zone-hint', { zone: zoneName(hours.timeZone) })}`
    : told;
}
