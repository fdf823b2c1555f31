import { readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadTexts } from '../../src/bot/texts.ts';
import type { ShownMessage } from '../../src/playground/protocol.ts';
import { ANNA, BEN, CHANNEL, OWNER } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

const { languages, say: speak } = loadTexts();
const foreign = languages.filter(({ code }) => code !== 'en');

/** What is the same in English and the other language, and rightly so. */
const SAME: Record<string, string[]> = {
  de: [
    ...['settings-hashtags', 'style-text', 'style-album', 'summary-normal', 'settings-filter'],
    ...['settings-filtered', 'crumb-filter'],
  ],
  es: ['summary-normal'],
  fr: [
    ...['settings-hashtags', 'style-album', 'summary-normal', 'summary-long'],
    'access-name-catalogue',
  ],
  zh: ['start-language'],
};
const SAME_EVERYWHERE = ['read-page', 'status-title', 'check-failed', 'digest-set'];

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  stage.telegram.setStanding(CHANNEL, OWNER, 'creator');
  await stage.stock('Gazette', ['Bridge opens', 'Harbour closes']);
  await stage.stock('Courier', ['Ferry sails']);
});

afterEach(() => clear(stage));

/** What is said in all cases in English: words long enough to be recognized. Commands are typed alike in all languages. */
const english = textsOf('en').flatMap(([, parts]) =>
  parts.filter((it) => /[a-z]{3,} [a-z]{2,}/i.test(it) && !/^\/\w+ to$/.test(it)),
);

/** Each text's key, and its parts between what is filled in. */
function textsOf(code: string): [string, string[]][] {
  const { body } = new FluentResource(readFileSync(`src/bot/locales/${code}.ftl`, 'utf8'));
  return body.map(({ id, value }) => [id, stringsIn(value)]);
}

function stringsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node.trim()];
  if (typeof node !== 'object' || node === null) return [];
  if ((node as { type?: string }).type === 'str') return [];
  const { key: _, ...rest } = node as { key?: unknown };
  return Object.entries(rest).flatMap(([name, value]) =>
    name === 'type' || name === 'name' ? [] : stringsIn(value),
  );
}

/** All that the bot has said in a chat, its buttons too. */
function saidIn(chatId: number): string[] {
  return stage
    .messages(chatId)
    .filter(({ from, sender_chat }) => from?.is_bot || sender_chat)
    .flatMap(wordsOf);
}

function wordsOf({ text, caption, reply_markup: markup }: ShownMessage): string[] {
  const buttons = (markup?.inline_keyboard ?? []).flat().map((button) => button.text);
  return [text ?? caption ?? '', ...buttons];
}

const TOUR = [
  ...['/start', '/help', '/subscribe', '/subscribe gazette', '/subscribe courier', '/list'],
  ...['/latest', '/latest 99', '/search bridge', '/search', '/why', '/read', '/settings'],
  ...['/digest', '/digest daily 08:00', '/digest weekly mon 09:00', '/digest never ever', '/list'],
  ...['/quiet', '/quiet 22:00-07:00', '/quiet 22:00-07:00 silent', '/quiet at noon', '/settings'],
  ...[
    '/timezone',
    '/timezone Europe/Paris',
    '/timezone Atlantis',
    '/filter',
    '/filter all -bridge',
  ],
  ...['/filter all (', '/filter all off', '/template', '/template gazette {title', '/pause'],
  ...[
    '/pause gazette',
    '/list',
    '/resume gazette',
    '/list to @paper_channel',
    '/export',
    '/import',
  ],
  ...['/subscribe gazette to @paper_channel', '/list to @paper_channel', '/language xx'],
  ...[
    '/subscribe to @paper_channel',
    '/language to @paper_channel',
    '/language de to @paper_channel',
  ],
  ...['/pause nothing to @paper_channel', '/unsubscribe all to @paper_channel'],
  ...[
    '/subscribe nowhere',
    '/subscribe http://10.0.0.1/',
    '/unsubscribe',
    '/unsubscribe all',
    'hm',
  ],
];

const OWNERS_TOUR = [
  ...['/feeds', '/feed gazette', '/setfeed', '/setfeed gazette style=none', '/addfeed', '/check'],
  ...['/removefeed', '/removefeed gazette', '/status', '/dead', '/access', '/allow', '/deny'],
];

/** Ways through the buttons of the settings. */
const PAGES = [
  ['settings-when', 'settings-digest', 'settings-other-time'],
  ['settings-when', 'settings-quiet', 'settings-other-hours'],
  ['settings-when', 'settings-zone', 'settings-other-zone'],
  ['settings-filter', 'settings-write'],
  ['settings-buttons', 'settings-back', 'settings-one-feed'],
  ['settings-hashtags', 'style-album', 'summary-long', 'settings-close'],
];

test.each(foreign)('an owner who reads $name is served in it', async ({ code }) => {
  await stage.say(OWNER, OWNER, `/language ${code}`);
  const before = saidIn(OWNER).length;
  for (const words of [...TOUR, ...OWNERS_TOUR]) await stage.say(OWNER, OWNER, words);
  await stage.pass(60_000);
  for (const page of PAGES) {
    await stage.say(OWNER, OWNER, '/settings');
    for (const key of page) await stage.press(OWNER, OWNER, speak(code)(key));
  }

  const said = saidIn(OWNER).slice(before);
  const leftOver = english.filter((words) => said.some((it) => it.includes(words)));
  expect(said.length).toBeGreaterThan(TOUR.length);
  expect(leftOver.filter((words) => !sameIn(code).includes(words))).toEqual([]);
});

/** Words of English that the other language has too. */
function sameIn(code: string): string[] {
  return textsOf(code).flatMap(([, parts]) => parts);
}

test.each(foreign)('nothing was left in English in $name', ({ code }) => {
  const inEnglish = new Map(textsOf('en').map(([key, parts]) => [key, JSON.stringify(parts)]));
  const same = textsOf(code)
    .filter(([key, parts]) => inEnglish.get(key) === JSON.stringify(parts))
    .map(([key]) => key);

  expect(same.filter((key) => !SAME_EVERYWHERE.includes(key))).toEqual(SAME[code] ?? []);
});

test('who reads Arabic finds every line that has Arabic beginning at the right', async () => {
  await stage.say(OWNER, OWNER, '/language العربية');
  const before = saidIn(OWNER).length;
  for (const words of [...TOUR, ...OWNERS_TOUR]) await stage.say(OWNER, OWNER, words);

  const lines = saidIn(OWNER)
    .slice(before)
    .flatMap((text) => text.split('\n'))
    .filter((line) => /\p{Script=Arabic}/u.test(line));
  const fromLeft = lines.filter((line) => !/^[^\p{L}\u200e]*[\p{Script=Arabic}\u200f]/u.test(line));
  const signsAstray = lines.filter((line) => /(?:^|[\s«(])\/[a-z]/.test(line));
  expect(lines.length).toBeGreaterThan(100);
  expect(fromLeft).toEqual([]);
  // Of marks side by side Telegram makes something else.
  expect(lines.filter((line) => line.includes('\u200c'))).toEqual([]);
  expect(signsAstray).toEqual([]);
});

test('who reads Arabic turns pages from right to left', async () => {
  const titles = Array.from({ length: 12 }, (_, index) => `Feed ${index + 1}`);
  for (const title of titles) await stage.stock(title);
  await stage.say(ANNA, ANNA, '/language ar');
  await stage.say(ANNA, ANNA, '/subscribe');
  const shown = stage.said(ANNA) + stage.buttons(ANNA).join();

  await stage.press(ANNA, ANNA, '‹');

  expect(stage.buttons(ANNA)).toContain('2 / 2');
  expect(stage.said(ANNA) + stage.buttons(ANNA).join()).not.toBe(shown);
});

test('dates are written as in the language of the chat', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  const dates: Record<string, string> = {
    en: '25 Nov 2026, 12:00.',
    ru: '25 нояб. 2026',
    'zh-hant': '2026年11月25日',
    ar: '25 نوفمبر 2026',
    de: '25. Nov. 2026',
  };
  for (const [code, date] of Object.entries(dates)) {
    await stage.say(ANNA, ANNA, `/language ${code}`);
    await stage.say(ANNA, ANNA, '/why https://example.org/Bridge%20opens');
    expect(stage.said(ANNA)).toContain(date);
  }
});

test('the languages stand two in a row, and a press chooses one', async () => {
  await stage.say(ANNA, ANNA, '/language');
  const rows = stage.last(ANNA).reply_markup?.inline_keyboard ?? [];
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['Deutsch', 'English'],
    ['Español', 'Français'],
    ['Русский', 'العربية'],
    ['简体中文', '繁體中文'],
  ]);

  await stage.press(ANNA, ANNA, '繁體中文');

  expect(stage.said(ANNA)).toBe('從現在起，我在這裡說繁體中文。');
});

test('a person is spoken to in the language of their Telegram', async () => {
  for (const [language, greeting] of [
    ['ru', 'Я ваша личная лента новостей'],
    ['zh-hant', '我是你的新聞專線'],
    ['pt-br', 'I am your newswire'],
  ]) {
    stage.telegram.addUser({ id: BEN, first_name: 'Ben', language_code: language ?? '' });
    await stage.say(BEN, BEN, '/start');
    expect(stage.said(BEN)).toContain(greeting);
  }
});

test('commands in Arabic sentences can be tapped', async () => {
  await stage.say(ANNA, ANNA, '/language ar');
  await stage.say(ANNA, ANNA, '/help');
  const { text = '', entities = [] } = stage.last(ANNA);
  const commands = entities
    .filter(({ type }) => type === 'bot_command')
    .map(({ offset, length }) => text.slice(offset, offset + length));

  expect(commands).toContain('/latest');
  expect(commands).toContain('/subscribe');
});

test('in Arabic a path and the heading of a digest are read from the right', async () => {
  await stage.say(ANNA, ANNA, '/language ar');
  await stage.say(ANNA, ANNA, '/settings');
  await stage.press(ANNA, ANNA, 'المواعيد…');
  await stage.press(ANNA, ANNA, 'النشرة…');
  expect(stage.said(ANNA).split('\n')[0]).toBe(
    'الإعدادات\u200f › \u200fالمواعيد\u200f › \u200fالنشرة',
  );

  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);
  await stage.say(ANNA, ANNA, '/digest hourly');
  stage.paper.print({ id: 'one' });
  stage.paper.print({ id: 'two' });
  for (let minute = 0; minute < 65; minute += 5) {
    await stage.tick();
    await stage.pass(5 * 60_000);
  }

  const [heading, ...lines] = stage.said(ANNA).split(/\n+/);
  expect(heading).toBe('نشرة 25 نوفمبر · مقالان');
  expect(lines).toEqual(['The Paper', '• one', '• two']);
});
