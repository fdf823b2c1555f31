import { Composer, type InlineKeyboard } from 'grammy';
import { FILTER_LIMIT, type FilterFault, MOST_TERMS, parseFilter } from '../article/filter.ts';
import { rejectingRule } from '../article/verdict.ts';
import { cleanText } from '../post/text.ts';
import type { Chat } from '../store/schema.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { answer, type BotContext } from './context.ts';
import { bold, code, join, type Piece } from './format.ts';
import { leadingFeed } from './leading.ts';
import { nameOf } from './naming.ts';
import type { BotParts } from './parts.ts';
import type { Settings } from './settingsdata.ts';
import { keepBefore } from './takeback.ts';
import { answerAbout, targetOf } from './target.ts';

/** What a filter is of: one subscription, or (null) all that a chat follows. */
type Scope = { chat: Chat; feed: SubscribedFeed | null };

/** UTF-16 units of an answer, so that it stays one message. */
const LISTED_CHARS = 3_500;
/** Of the newest posts, how many a new filter is tried on. */
const TRIED = 20;

const FAULT_TEXTS: Record<FilterFault['fault'], string> = {
  empty: 'filter-how',
  tooLong: 'filter-too-long',
  tooMany: 'filter-too-many',
  tooHeavy: 'filter-too-heavy',
  nothing: 'filter-nothing',
  field: 'filter-field',
  open: 'filter-open',
  expression: 'filter-expression',
};

/** `/filter [<feed> or all] [to @channel] [<terms> or off]`: which entries come, of one feed or of all. */
export function filter(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('filter', async (ctx) => {
    const { text, to } = readWritten(ctx.match);
    const target = await targetOf(ctx, to, parts);
    const chat = target && (await parts.store.chats.get(target.place.chatId));
    if (!chat) return;
    if (text === '') return showAll(ctx, chat, parts);
    // Whoever begins with a term, or with “off”, has left out of what.
    if (/^(?:[-+–—"“„«/]|off$)/i.test(text)) return void (await answer(ctx, ctx.say('filter-how')));
    const named = await readScope(ctx, text, { chat, parts });
    if (!named) return;
    const { scope, rest } = named;
    if (rest === '') return show(ctx, scope);
    await set(ctx, scope, { wanted: cleanText(rest).trim(), parts });
  });

  return feature;
}

/** A slash within an address begins none. */
const QUOTE_OR_EXPRESSION = /["“”„«]|(?:^|[\s+\-–—:])\/(?!\/)/;

/** “to @channel” stands behind the feed's name or at the end: a phrase or an expression may hold such words. */
function readWritten(typed: string): { text: string; to: string | null } {
  const found = /(?:^|\s)to\s+(@\w{3,}|-\d{5,})(?=\s|$)/i.exec(typed);
  const before = typed.slice(0, found?.index ?? typed.length);
  const after = found ? typed.slice(found.index + found[0].length).trim() : '';
  const isTold = found && (after === '' || !QUOTE_OR_EXPRESSION.test(before));
  if (!isTold) return { text: typed.trim(), to: null };
  return { text: `${before} ${after}`.trim(), to: found[1] ?? null };
}

async function readScope(
  ctx: BotContext,
  text: string,
  { chat, parts }: { chat: Chat; parts: BotParts },
): Promise<{ scope: Scope; rest: string } | null> {
  const [all] = /^(?:all|全部)(?:\s+|$)/i.exec(text) ?? [];
  if (all !== undefined) return { scope: { chat, feed: null }, rest: text.slice(all.length) };
  const named = await leadingFeed(ctx, text, { chatId: chat.id, parts });
  return named && { scope: { chat, feed: named.feed }, rest: named.rest };
}

/** A filter as the answer to our question; answers false when it cannot be read. */
export function filterWritten(
  ctx: BotContext,
  wanted: string,
  { stand, parts }: { stand: Settings; parts: BotParts },
): Promise<boolean> {
  return set(ctx, { chat: stand.chat, feed: stand.feed }, { wanted, parts });
}

async function set(
  ctx: BotContext,
  scope: Scope,
  { wanted, parts }: { wanted: string; parts: BotParts },
): Promise<boolean> {
  const title = titleIn(ctx, scope);
  if (wanted.toLowerCase() === 'off') {
    const undo = await save(ctx, scope, { wanted: null, parts });
    await answerAbout(ctx, scope.chat, ctx.say('filter-removed', { title }), undo);
    return true;
  }
  const read = parseFilter(wanted);
  if (read.kind === 'fault') {
    await answer(ctx, filterFaultText(ctx, read));
    return false;
  }
  const undo = await save(ctx, scope, { wanted, parts });
  const { chat, feed } = scope;
  const feeds = feed ? [feed] : await parts.store.subscriptions.ofChat(chat.id);
  const newest = await parts.store.entries.newest(
    feeds.map(({ id }) => id),
    TRIED,
  );
  const passing = newest.filter(({ article }) => rejectingRule(read.filter, article) === null);
  const counts = { count: newest.length, passing: passing.length };
  const tried = newest.length === 0 ? [] : [ctx.say('filter-tried', counts)];
  const told = join([ctx.say('filter-set', { title }), code(wanted), ...tried], '\n');
  await answerAbout(ctx, chat, told, undo);
  return true;
}

/** Answers the button that takes it back. */
async function save(
  ctx: BotContext,
  { chat, feed }: Scope,
  { wanted, parts }: { wanted: string | null; parts: BotParts },
): Promise<InlineKeyboard> {
  const { store } = parts;
  const { id: chatId } = chat;
  const place = { chatId, threadId: feed?.threadId ?? 0 };
  const filter = feed ? feed.ownFilter : chat.filter;
  const scope = { ...place, feedId: feed?.id ?? null };
  const undo = await keepBefore(ctx, { scope, filter }, parts);
  if (feed) await store.subscriptions.setFilter(place, feed.id, wanted);
  else await store.chats.setFilter(chatId, wanted);
  return undo;
}

/** The present filter, as code that can be copied with one tap. */
async function show(ctx: BotContext, scope: Scope): Promise<void> {
  const present = scope.feed ? scope.feed.ownFilter : scope.chat.filter;
  const title = titleIn(ctx, scope);
  const piece =
    present === null
      ? join([ctx.say('filter-none', { title }), ctx.say('filter-how')], '\n\n')
      : join([ctx.say('filter-present', { title }), code(present)], '\n');
  await answerAbout(ctx, scope.chat, piece);
}

async function showAll(ctx: BotContext, chat: Chat, { store }: BotParts): Promise<void> {
  const feeds = await store.subscriptions.ofChat(chat.id);
  const filters = [
    { title: titleIn(ctx, { chat, feed: null }), present: chat.filter },
    ...feeds.map((feed) => ({ title: titleIn(ctx, { chat, feed }), present: feed.ownFilter })),
  ];
  const lines: Piece[] = [];
  let length = 0;
  for (const { title, present } of filters) {
    if (present === null) continue;
    length += title.length + present.length;
    if (length > LISTED_CHARS) {
      lines.push('…');
      break;
    }
    lines.push(join([bold(title), code(present)], '\n'));
  }
  if (lines.length === 0) lines.push(ctx.say('filter-nowhere'), ctx.say('filter-how'));
  await answerAbout(ctx, chat, join(lines, '\n\n'));
}

function titleIn(ctx: BotContext, { feed }: Scope): string {
  if (!feed) return ctx.say('filter-all');
  return feed.threadId === 0 ? nameOf(feed) : `${nameOf(feed)} · ${ctx.say('in-topic')}`;
}

/** What is wrong with a filter, and where. */
export function filterFaultText(ctx: BotContext, { fault, at, what }: FilterFault): string {
  const most = fault === 'tooMany' ? MOST_TERMS : FILTER_LIMIT;
  return ctx.say(FAULT_TEXTS[fault], { at, what, most });
}
