import { InlineKeyboard } from 'grammy';
import type { BotContext } from './context.ts';
import { code, join, type Piece } from './format.ts';
import type { BotParts } from './parts.ts';
import { type Act, ASK, crumbs, type Settings, settingsData, type View } from './settingsdata.ts';

type Choice = { value?: string; isChosen?: boolean };

/** Which entries come: the filter as it is, to be changed by words. */
export function filterView(ctx: BotContext, settings: Settings): View {
  const { chat, feed } = settings;
  return wordsView(ctx, settings, {
    ...{ act: 'w', crumb: 'crumb-filter', off: 'filter-off', none: 'filter-everything' },
    present: feed ? feed.ownFilter : chat.filter,
  });
}

/** The words around one feed's posts, to be changed by words. */
export function templateView(ctx: BotContext, settings: Settings): View {
  return wordsView(ctx, settings, {
    ...{ act: 't', crumb: 'crumb-template', off: 'settings-template-off', none: 'template-usual' },
    present: settings.own?.template ?? null,
  });
}

/** What stands under posts, and whether anybody hears them. */
export function buttonsView(ctx: BotContext, settings: Settings): View {
  const { postButtons, sound, kind } = settings.chat;
  const keyboard = new InlineKeyboard();
  const add = adder(ctx, settings, keyboard);
  add('b', 'buttons-all', { value: 'all', isChosen: postButtons === null });
  add('b', 'buttons-open', { value: 'open', isChosen: postButtons === 'open' });
  add('b', 'buttons-none', { value: 'none', isChosen: postButtons === 'none' }).row();
  add('n', 'sound-on', { value: 'on', isChosen: sound === null });
  add('n', 'sound-off', { value: 'off', isChosen: sound === 'off' }).row();
  add('v', 'settings-back');
  add('x', 'settings-close');
  const all = kind === 'channel' ? 'buttons-all-channel' : 'buttons-all-how';
  const how = { open: 'buttons-open-how', none: 'buttons-none-how' };
  const lines = [
    ctx.say(postButtons === null ? all : how[postButtons]),
    ctx.say(sound === null ? 'sound-on-how' : 'sound-off-how'),
  ];
  return { piece: join([crumbs(ctx, settings, ['crumb-buttons']), '', ...lines], '\n'), keyboard };
}

/** Names of languages that fit beside one another on a phone. */
const LANGUAGES_A_ROW = 2;

/** Which language is spoken in a chat, around its posts too. */
export function languagesView(
  ctx: BotContext,
  settings: Settings,
  { texts, defaultLanguage }: Pick<BotParts, 'texts' | 'defaultLanguage'>,
): View {
  const { chat, scope } = settings;
  const present = texts.say(chat.language ?? chat.languageHint ?? defaultLanguage).language;
  const keyboard = new InlineKeyboard();
  for (const [index, { code: language, name }] of texts.languages.entries()) {
    if (index > 0 && index % LANGUAGES_A_ROW === 0) keyboard.row();
    const sign = language === present ? '✓ ' : '';
    keyboard.text(`${sign}${name}`, settingsData('g', scope, language));
  }
  keyboard.row();
  const add = adder(ctx, settings, keyboard);
  add('v', 'settings-back');
  add('x', 'settings-close');
  const lines = [crumbs(ctx, settings, ['crumb-language']), '', ctx.say('language-how')];
  return { piece: join(lines, '\n'), keyboard };
}

type Written = { act: Act; crumb: string; off: string; none: string; present: string | null };

function wordsView(
  ctx: BotContext,
  settings: Settings,
  { act, crumb, off, none, present }: Written,
): View {
  const keyboard = new InlineKeyboard();
  const add = adder(ctx, settings, keyboard);
  add(act, present === null ? 'settings-write' : 'settings-rewrite', { value: ASK });
  if (present !== null) add(act, off, { value: 'off' });
  keyboard.row();
  add('v', 'settings-back');
  add('x', 'settings-close');
  const told: Piece = present === null ? ctx.say(none) : code(present);
  return { piece: join([crumbs(ctx, settings, [crumb]), '', told], '\n'), keyboard };
}

/** Adds the buttons of one page of the settings, with a mark at what holds. */
export function adder(ctx: BotContext, { scope }: Settings, keyboard: InlineKeyboard) {
  return (act: Act, key: string, { value, isChosen = false }: Choice = {}) =>
    keyboard.text(`${isChosen ? '✓ ' : ''}${ctx.say(key)}`, settingsData(act, scope, value));
}
