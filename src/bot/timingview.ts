import { InlineKeyboard } from 'grammy';
import type { BotContext } from './context.ts';
import { join, type Piece } from './format.ts';
import { ASK, crumbs, type Settings, settingsData, type View } from './settingsdata.ts';
import { adder } from './settingspages.ts';
import { digestText, feedDigestText, type Hours, quietText, rhythmText, zoneText } from './when.ts';

const DIGESTS = ['hourly', 'daily 08:00', 'weekly mon 09:00'];
const QUIETS = ['22:00-07:00', '23:00-08:00'];

/** Where people who speak a language mostly live. Names of at most 20 characters: they stand in buttons' data. */
const LIKELY_ZONES: Record<string, string[]> = {
  en: ['Europe/London', 'America/New_York', 'America/Chicago', 'America/Los_Angeles'],
  zh: ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore'],
  de: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  fr: ['Europe/Paris', 'Europe/Brussels', 'America/Toronto'],
  es: ['Europe/Madrid', 'America/Mexico_City', 'America/Bogota', 'America/Lima'],
  pt: ['America/Sao_Paulo', 'Europe/Lisbon'],
  it: ['Europe/Rome'],
  ru: ['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Novosibirsk'],
  uk: ['Europe/Kyiv'],
  tr: ['Europe/Istanbul'],
  fa: ['Asia/Tehran'],
  ar: ['Africa/Cairo', 'Asia/Riyadh', 'Asia/Dubai'],
  hi: ['Asia/Kolkata'],
  id: ['Asia/Jakarta'],
  ja: ['Asia/Tokyo'],
  ko: ['Asia/Seoul'],
};
const ZONES_A_ROW = 2;

/** When posts come into a chat: all that /timezone, /quiet, /digest and /pause say. */
export function timingView(ctx: BotContext, settings: Settings, hours: Hours): View {
  const { chat, feeds } = settings;
  const isNever = chat.repeats === 'never';
  const keyboard = new InlineKeyboard();
  const add = adder(ctx, settings, keyboard);
  add('d', 'settings-digest');
  add('q', 'settings-quiet').row();
  add('z', 'settings-zone');
  pauseButton(ctx, settings, keyboard).row();
  add('m', 'repeats-again', { value: 'again', isChosen: !isNever });
  add('m', 'repeats-never', { value: 'never', isChosen: isNever }).row();
  add('v', 'settings-back');
  add('x', 'settings-close');
  const paused = feeds.filter(({ pausedAt }) => pausedAt !== null).length;
  const lines = [
    zoneText(ctx, hours),
    digestText(ctx, chat.digest, hours),
    quietText(ctx, chat, hours),
    ...(paused > 0 ? [ctx.say('timing-paused', { paused, count: feeds.length })] : []),
    ctx.say(isNever ? 'repeats-never-how' : 'repeats-again-how'),
  ];
  return { piece: titled(ctx, settings, ['crumb-when'], lines), keyboard };
}

/** Which digests there are to choose from. */
export function digestView(ctx: BotContext, settings: Settings, hours: Hours): View {
  const { chat, feed } = settings;
  const present = feed ? feed.ownDigest : (chat.digest ?? 'off');
  const keyboard = new InlineKeyboard();
  const add = adder(ctx, settings, keyboard);
  for (const digest of DIGESTS) {
    const [sign = ''] = present === digest ? ['✓ '] : [];
    const text = sign + firstUpper(rhythmText(ctx, digest, hours));
    keyboard.text(text, settingsData('d', settings.scope, digest.replaceAll(' ', '-'))).row();
  }
  add('d', 'digest-off', { value: 'off', isChosen: present === 'off' });
  if (feed) add('d', 'settings-as-chat', { value: 'chat', isChosen: present === null });
  keyboard.row();
  add('d', 'settings-other-time', { value: ASK }).row();
  add(feed ? 'v' : 'c', 'settings-back');
  add('x', 'settings-close');
  const told = feed
    ? feedDigestText(ctx, { chat, feed }, hours)
    : digestText(ctx, chat.digest, hours);
  const path = [...(feed ? [] : ['crumb-when']), 'crumb-digest'];
  return { piece: titled(ctx, settings, path, [told]), keyboard };
}

/** Which quiet hours there are to choose from, and what they mean. */
export function quietView(ctx: BotContext, settings: Settings, hours: Hours): View {
  const { chat, scope } = settings;
  const keyboard = new InlineKeyboard();
  const add = adder(ctx, settings, keyboard);
  for (const quiet of QUIETS) {
    const text = `${chat.quiet === quiet ? '✓ ' : ''}${quiet.replace('-', '–')}`;
    keyboard.text(text, settingsData('q', scope, quiet));
  }
  keyboard.row();
  add('q', 'quiet-off', { value: 'off', isChosen: chat.quiet === null }).row();
  const isSilent = chat.quietMode === 'silent';
  add('q', 'quiet-mode-hold', { value: 'hold', isChosen: !isSilent });
  add('q', 'quiet-mode-silent', { value: 'silent', isChosen: isSilent }).row();
  add('q', 'settings-other-hours', { value: ASK }).row();
  add('c', 'settings-back');
  add('x', 'settings-close');
  const path = ['crumb-when', 'crumb-quiet'];
  return { piece: titled(ctx, settings, path, [quietText(ctx, chat, hours)]), keyboard };
}

/** The time there, and the zones that are likely where the presser's language is spoken. */
export function zoneView(ctx: BotContext, settings: Settings, hours: Hours): View {
  const { scope } = settings;
  const spoken = ctx.from?.language_code?.split('-')[0] ?? '';
  const likely = LIKELY_ZONES[spoken] ?? LIKELY_ZONES[hours.language] ?? [];
  const keyboard = new InlineKeyboard();
  for (const [index, zone] of [...likely, 'UTC'].entries()) {
    if (index > 0 && index % ZONES_A_ROW === 0) keyboard.row();
    const text = `${zone === hours.timeZone ? '✓ ' : ''}${cityOf(zone)}`;
    keyboard.text(text, settingsData('z', scope, zone));
  }
  keyboard.row();
  const add = adder(ctx, settings, keyboard);
  add('z', 'settings-other-zone', { value: ASK }).row();
  add('c', 'settings-back');
  add('x', 'settings-close');
  const path = ['crumb-when', 'crumb-zone'];
  return { piece: titled(ctx, settings, path, [zoneText(ctx, hours)]), keyboard };
}

/** “Los Angeles”: all of America/Los_Angeles has no room beside another button. */
function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Pauses one feed or all of a chat, or goes on. */
export function pauseButton(
  ctx: BotContext,
  { scope, feed, feeds }: Settings,
  keyboard: InlineKeyboard,
): InlineKeyboard {
  const meant = feed ? [feed] : feeds;
  if (meant.length === 0) return keyboard;
  const isPaused = meant.every(({ pausedAt }) => pausedAt !== null);
  const key = isPaused ? 'settings-resume' : 'settings-pause';
  return keyboard.text(ctx.say(key), settingsData('o', scope, isPaused ? 'resume' : 'pause'));
}

function titled(ctx: BotContext, settings: Settings, keys: string[], lines: string[]): Piece {
  return join([crumbs(ctx, settings, keys), '', ...lines], '\n');
}

function firstUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
