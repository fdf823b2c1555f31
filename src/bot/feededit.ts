import { Composer, InlineKeyboard } from 'grammy';
import { parseHeaders, withHeaders } from '../feed/headers.ts';
import { STYLES } from '../relay/look.ts';
import type { FeedChanges } from '../store/commit.ts';
import type { Feed } from '../store/schema.ts';
import { isOwnerHere } from './allowed.ts';
import { acknowledge, type BotContext, respond } from './context.ts';
import { cardOf } from './feedcard.ts';
import { bold, join } from './format.ts';
import { rememberList } from './lists.ts';
import { nameOf } from './naming.ts';
import { readOptions } from './options.ts';
import type { BotParts } from './parts.ts';
import type { View } from './settingsdata.ts';

/** stop or go on, schedule, full text, style, headers. */
type Act = 'z' | 's' | 't' | 'y' | 'h';

type Choice = { option: 'schedule' | 'fulltext' | 'style'; how: string; values: string[] };

const CHOICES: Partial<Record<Act, Choice>> = {
  s: {
    option: 'schedule',
    how: 'feed-schedule-how',
    values: ['auto', '5m', '15m', '1h', '6h'],
  },
  t: { option: 'fulltext', how: 'feed-fulltext-how', values: ['auto', 'always', 'never'] },
  y: { option: 'style', how: 'feed-style-how', values: ['auto', ...STYLES] },
};

/** What an owner changes of a feed by buttons under its card. Data: `fe:<act>:<feedId>`, and what is chosen there. */
export function feedEdit(parts: BotParts): Composer<BotContext> {
  const { store, rights, clock } = parts;
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^fe:([zstyh]):(\d{1,9})(?::([\w-]{1,40}))?$/, async (ctx, next) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const [, act, id, value] = ctx.match;
    const feed = await store.feeds.byId(Number(id));
    if (!feed) return next();
    await acknowledge(ctx);
    const pressed = { act: act as Act, value };
    if (value === undefined) {
      await rememberList(ctx, store, [feed]);
      const { piece, keyboard } = editView(ctx, feed, pressed.act);
      return respond(ctx, piece, keyboard);
    }
    const now = clock.now();
    const changes = changesBy(pressed, feed, now);
    if (changes) await store.feeds.save(feed.id, { ...changes, nextFetchAt: now });
    await respond(ctx, ...(await cardOf(ctx, feed.id, parts)));
  });

  return feature;
}

/** The rows of a card that lead to what can be changed. */
export function editRows(
  ctx: BotContext,
  { id, stoppedAt }: Pick<Feed, 'id' | 'stoppedAt'>,
  keyboard: InlineKeyboard,
): InlineKeyboard {
  const isStopped = stoppedAt !== null;
  const pause = `fe:z:${id}:${isStopped ? 'go' : 'stop'}`;
  return keyboard
    .text(ctx.say(isStopped ? 'settings-resume' : 'settings-pause'), pause)
    .text(ctx.say('feed-rename'), `fn:${id}`)
    .text(ctx.say('feed-edit-schedule'), `fe:s:${id}`)
    .row()
    .text(ctx.say('feed-edit-fulltext'), `fe:t:${id}`)
    .text(ctx.say('feed-edit-style'), `fe:y:${id}`)
    .text(ctx.say('feed-edit-headers'), `fe:h:${id}`)
    .row();
}

/** What a choice changes; null when there is no such choice. */
function changesBy(
  { act, value = '' }: { act: Act; value: string | undefined },
  { headers }: Feed,
  now: number,
): FeedChanges | null {
  if (act === 'z') return { stoppedAt: value === 'stop' ? now : null };
  if (act === 'h') {
    const left = withHeaders(headers, { [value]: '' });
    return left === undefined
      ? null
      : { headers: left, etag: null, lastModified: null, bodyHash: null };
  }
  const choice = CHOICES[act];
  if (!choice?.values.includes(value)) return null;
  const read = readOptions(`${choice.option}=${value}`, [choice.option]);
  return read.kind === 'wishes' ? read.wishes : null;
}

function editView(ctx: BotContext, feed: Feed, act: Act): View {
  const { id } = feed;
  const title = nameOf(feed);
  const keyboard = new InlineKeyboard();
  const back = () => keyboard.row().text(ctx.say('settings-back'), `fd:${id}`);
  const choice = CHOICES[act];
  if (choice) {
    const present = feed[choice.option] ?? 'auto';
    for (const value of choice.values) {
      keyboard.text(`${present === value ? '✓ ' : ''}${value}`, `fe:${act}:${id}:${value}`);
    }
    return { piece: join([bold(title), '', ctx.say(choice.how)], '\n'), keyboard: back() };
  }
  for (const name of Object.keys(parseHeaders(feed.headers))) {
    keyboard.text(ctx.say('feed-header-remove', { name }), `fe:h:${id}:${name}`).row();
  }
  const lines = [bold(title), '', ctx.say('feed-headers-how')];
  return { piece: join(lines, '\n'), keyboard: back() };
}
