import { InlineKeyboard } from 'grammy';
import type { Look, PostStyle, SummaryLength } from '../model.ts';
import { LENGTHS, lookOf, STYLES } from '../relay/look.ts';
import type { Chat } from '../store/schema.ts';
import type { BotContext } from './context.ts';
import { bold, join } from './format.ts';
import { dayIn, momentIn } from './moments.ts';
import { nameOf } from './naming.ts';
import { column, pageOf, turnPages } from './pages.ts';
import { type Act, placeName, type Settings, settingsData, type View } from './settingsdata.ts';
import { pauseButton } from './timingview.ts';
import { topicsRow } from './topics.ts';
import { digestText, feedDigestText, type Hours, quietText } from './when.ts';

const FEEDS_A_PAGE = 8;
const STYLES_A_ROW = 3;

const STYLE_TEXTS: Record<PostStyle, [name: string, how: string]> = {
  picture: ['style-picture', 'style-picture-how'],
  text: ['style-text', 'style-text-how'],
  link: ['style-link', 'style-link-how'],
  rich: ['style-rich', 'style-rich-how'],
  album: ['style-album', 'style-album-how'],
};

const LENGTH_TEXTS: Record<SummaryLength, string> = {
  ...{ short: 'summary-short', normal: 'summary-normal', long: 'summary-long' },
};

/** How posts look, in words and as buttons with marks at what holds. */
export function settingsView(ctx: BotContext, settings: Settings, hours: Hours): View {
  const { chat, feed, own } = settings;
  const look = lookOf(chat, wishedOf(settings));
  const [style, how] = STYLE_TEXTS[look.style];
  const title = feed
    ? ctx.say('settings-feed-title', { title: nameOf(feed), chat: placeName(ctx, chat) })
    : ctx.say('settings-title', { chat: placeName(ctx, chat) });
  const hashtags = ctx.say(look.hashtags === 'on' ? 'settings-tagged' : 'settings-untagged');
  const lines = [
    bold(title),
    '',
    ctx.say('settings-style', { style: ctx.say(style), how: ctx.say(how) }),
    ctx.say('settings-summary', { length: ctx.say(LENGTH_TEXTS[look.summary]) }),
    hashtags,
    ...(feed
      ? []
      : [ctx.say(chat.stories === 'all' ? 'settings-stories-all' : 'settings-stories-once')]),
    ...(own?.template ? [ctx.say('settings-template', { template: own.template })] : []),
    filterLine(ctx, settings),
    ...timingLines(ctx, settings, hours),
  ];
  return { piece: join(lines, '\n'), keyboard: settingsKeyboard(ctx, settings, look) };
}

function timingLines(ctx: BotContext, { chat, feed }: Settings, hours: Hours): string[] {
  if (!feed) {
    const quiet = chat.quiet === null ? [] : [quietText(ctx, chat, hours)];
    return [digestText(ctx, chat.digest, hours), ...quiet];
  }
  if (feed.pausedAt === null) return [feedDigestText(ctx, { chat, feed }, hours)];
  if (feed.pausedUntil !== null) {
    return [ctx.say('settings-muted', { date: momentIn(feed.pausedUntil, hours) })];
  }
  return [ctx.say('settings-paused', { date: dayIn(feed.pausedAt, hours) })];
}

function filterLine(ctx: BotContext, { chat, feed }: Settings): string {
  const filter = feed ? feed.ownFilter : chat.filter;
  return filter === null
    ? ctx.say('settings-unfiltered')
    : ctx.say('settings-filtered', { filter });
}

function settingsKeyboard(ctx: BotContext, settings: Settings, look: Look): InlineKeyboard {
  const { scope, feed } = settings;
  const keyboard = new InlineKeyboard();
  const add = (act: Act, text: string, value?: string) =>
    keyboard.text(text, settingsData(act, scope, value));
  const marked = (isChosen: boolean, key: string) => `${isChosen ? '✓ ' : ''}${ctx.say(key)}`;

  add('r', marked(isUnchosen(settings), feed ? 'settings-as-chat' : 'settings-as-feeds')).row();
  for (const [index, style] of STYLES.entries()) {
    if (index > 0 && index % STYLES_A_ROW === 0) keyboard.row();
    add('y', marked(look.style === style, STYLE_TEXTS[style][0]), style);
  }
  keyboard.row();
  for (const length of LENGTHS) {
    add('l', marked(look.summary === length, LENGTH_TEXTS[length]), length);
  }
  keyboard.row();
  const isTagged = look.hashtags === 'on';
  add('h', marked(isTagged, 'settings-hashtags'), isTagged ? 'off' : 'on');
  const isRepeated = settings.chat.stories === 'all';
  if (feed) add('p', ctx.say('feed-preview'));
  else add('s', marked(isRepeated, 'settings-stories'), isRepeated ? 'once' : 'all');
  keyboard.row();
  add('w', ctx.say('settings-filter'));
  if (feed) {
    add('t', ctx.say('settings-template-page')).row();
    pauseButton(ctx, settings, add('d', ctx.say('settings-digest'))).row();
  } else {
    add('c', ctx.say('settings-when')).row();
    add('b', ctx.say('settings-buttons'));
    add('g', ctx.say('start-language')).row();
  }
  topicsRow(ctx, settings, keyboard);
  const whole = { ...scope, threadId: 0, feedId: null };
  if (feed) keyboard.text(ctx.say('settings-back'), settingsData('f', whole));
  else {
    add('f', ctx.say('settings-one-feed'));
    add('p', ctx.say('feed-preview')).row();
  }
  return add('x', ctx.say('settings-close'));
}

/** The feeds of a chat, to choose the one whose settings are wanted. */
export function settingsFeeds(
  ctx: BotContext,
  { scope, chat, feeds }: Pick<Settings, 'scope' | 'chat' | 'feeds'>,
  wanted: number,
): View {
  const { rows, page, pages } = pageOf(feeds, wanted, FEEDS_A_PAGE);
  const buttons = rows.map((feed) => ({
    text: feed.threadId === 0 ? nameOf(feed) : `${nameOf(feed)} · ${ctx.say('in-topic')}`,
    data: settingsData('v', { ...scope, threadId: feed.threadId, feedId: feed.id }),
  }));
  const keyboard = turnPages(ctx, column(buttons), { page, pages }, settingsData('f', scope)).row();
  return {
    piece: feeds.length === 0 ? followsNothing(ctx, chat) : ctx.say('settings-which'),
    keyboard: keyboard
      .text(ctx.say('settings-back'), settingsData('v', scope))
      .text(ctx.say('settings-close'), settingsData('x', scope)),
  };
}

function followsNothing(ctx: BotContext, { id, title }: Chat): string {
  if (id === ctx.known.id) return ctx.say('list-empty');
  return ctx.say('elsewhere-empty', { chat: title, id: String(id) });
}

function wishedOf({ feed, own }: Settings) {
  return {
    feedStyle: feed?.style ?? null,
    feedSummary: feed?.summary ?? null,
    ownStyle: own?.style ?? null,
    ownSummary: own?.summary ?? null,
    ownHashtags: own?.hashtags ?? null,
    ownTemplate: own?.template ?? null,
  };
}

function isUnchosen({ chat, own }: Settings): boolean {
  const { style, summary, hashtags } = own ?? chat;
  return style === null && summary === null && hashtags === null;
}
