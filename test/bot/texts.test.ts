import { globSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/bot/menu.ts';
import { loadTexts } from '../../src/bot/texts.ts';

const locales = Object.fromEntries(
  globSync('src/bot/locales/*.ftl').map((path) => [
    path.replace(/.*\/|\.ftl/g, ''),
    messagesIn(readFileSync(path, 'utf8')),
  ]),
);
const { en = new Map<string, string[]>(), ...others } = locales;
const keys = [...en.keys()];
const code = globSync('src/{app,bot/*}.ts')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** Each message's key with the variables it fills in. */
function messagesIn(source: string): Map<string, string[]> {
  const { body } = new FluentResource(source);
  return new Map(body.map(({ id, value }) => [id, variablesIn(value).toSorted()]));
}

function variablesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, name } = node as { type?: string; name?: string };
  if (type === 'var' && name !== undefined) return [name];
  return [...new Set(Object.values(node).flatMap(variablesIn))];
}

/** The names of all cases in which a text is said differently; plain numbers aside. */
function variantsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { key } = node as { key?: { type: string; value: string } };
  return [...(key?.type === 'str' ? [key.value] : []), ...Object.values(node).flatMap(variantsIn)];
}

test('eight languages are spoken, each by its own name', () => {
  expect(loadTexts().languages).toEqual([
    { code: 'de', name: 'Deutsch' },
    { code: 'en', name: 'English' },
    { code: 'es', name: 'Español' },
    { code: 'fr', name: 'Français' },
    { code: 'ru', name: 'Русский' },
    { code: 'ar', name: 'العربية' },
    { code: 'zh', name: '简体中文' },
    { code: 'zh-hant', name: '繁體中文' },
  ]);
});

test.each(Object.entries(others))('locale %s has every text, and no other', (_, messages) => {
  expect([...messages.keys()].toSorted()).toEqual(keys.toSorted());
});

test.each(Object.entries(others))('locale %s fills in the same as English does', (_, messages) => {
  expect(Object.fromEntries(messages)).toEqual(Object.fromEntries(en));
});

test('every text is said somewhere, whole or put together from a template', () => {
  const templates = [...code.matchAll(/`([a-z]+-)\$\{/g)].map(([, beginning]) => beginning ?? '');
  const isWritten = (literal: string) => code.includes(`'${literal}'`);
  const isSaid = (key: string) =>
    isWritten(key) || templates.some((it) => key.startsWith(it) && isWritten(key.slice(it.length)));

  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test('every command has its description', () => {
  const missing = Object.values(COMMANDS)
    .flat()
    .filter((command) => !en.has(`cmd-${command}`));
  expect(missing).toEqual([]);
});

test('every text that is said literally was written', () => {
  const said = [...code.matchAll(/\bsay\(\s*'([\w-]+)'/g)].map(([, key]) => key ?? '');
  expect(said.length).toBeGreaterThan(50);
  expect(said.filter((key) => !en.has(key))).toEqual([]);
});

test.each([
  ['zh-hans', 'zh'],
  ['zh_CN', 'zh'],
  ['zh', 'zh'],
  ['zh-hant', 'zh-hant'],
  ['zh-TW', 'zh-hant'],
  ['zh_HK', 'zh-hant'],
  ['zh-Hant-MO', 'zh-hant'],
  ['zh-Hans-HK', 'zh'],
  ['zh-SG', 'zh'],
  ['pt-br', null],
  ['es-419', 'es'],
  ['ar-EG', 'ar'],
  ['ru', 'ru'],
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['xx', null],
  ['', null],
  [undefined, null],
])('the language tag %s means %s', (tag, language) => {
  expect(loadTexts().closest(tag)).toBe(language);
});

test.each([
  ['русский', 'ru'],
  ['Spanish', 'es'],
  ['espanol', 'es'],
  ['испанский', 'es'],
  ['中文', 'zh'],
  ['Traditional Chinese', 'zh-hant'],
  ['繁體中文', 'zh-hant'],
  ['zh-tw', 'zh-hant'],
  ['FRANCAIS', 'fr'],
  ['العربية', 'ar'],
  ['allemand', 'de'],
  ['Klingon', null],
  ['', null],
])('“%s” is called the language %s', (name, language) => {
  expect(loadTexts().called(name)).toBe(language);
});

test.each(Object.entries(locales))('locale %s stays within what Telegram takes', (language) => {
  const say = loadTexts().say(language);
  const lengths = (names: string[]) => names.map((key) => [key, [...say(key)].length] as const);
  const commands = lengths(keys.filter((key) => key.startsWith('cmd-')));

  // core.telegram.org/bots/api: setMyCommands, setMyDescription, setMyShortDescription; and what fits beside a command.
  expect(commands.filter(([, length]) => length > 60)).toEqual([]);
  expect([...say('bot-description')].length).toBeLessThanOrEqual(512);
  expect([...say('bot-about')].length).toBeLessThanOrEqual(120);
});

test.each(Object.entries(locales))(
  'locale %s counts in every form that its language has',
  (language) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const known = new Set([...pluralCategories, 'chat', 'feed', 'subscription']);
    const { body } = new FluentResource(readFileSync(`src/bot/locales/${language}.ftl`, 'utf8'));
    const unknown = body.flatMap(({ id, value }) =>
      variantsIn(value)
        .filter((variant) => !known.has(variant))
        .map((variant) => `${id}: ${variant}`),
    );

    expect(unknown).toEqual([]);
  },
);

test('Arabic lines begin at the right, and signs stay with the words they belong to', () => {
  const say = loadTexts().say('ar');

  expect(say('start-help')).toContain('\u200e/help.');
  expect(say('filter-none', { title: 'The Paper' })).toMatch(/^\u200fThe Paper: /);
  expect(say('filter-none', { title: 'الصحيفة' })).toMatch(/^الصحيفة: /);
  expect(say('template-how').split('\n')[1]).toBe('{title} ({source}): {lead|cut:120}');
  expect(say('status-title', { version: '1.0.0' })).toBe('Telewire 1.0.0');
});

test('an English sentence that begins with an Arabic name begins at the left', () => {
  const say = loadTexts().say('en');

  expect(say('filter-none', { title: 'الصحيفة' })).toMatch(/^\u200eالصحيفة: no filter/);
  expect(say('filter-none', { title: 'The Paper' })).toMatch(/^The Paper: no filter/);
});

test('numbers are written as in the language', () => {
  const found = (language: string) =>
    loadTexts().say(language)('search-many', { count: 12_345, words: 'x' });

  expect(found('en')).toContain('12,345');
  expect(found('de')).toContain('12.345');
  expect(found('ru')).toMatch(/12\u00a0345/);
  expect(found('ar')).toContain('12,345');
});

test('what is filled in stays one bounded line with nothing in it to tap', () => {
  const say = loadTexts().say('en');
  const said = say('followed', { title: `/stop\n@someone ${'x'.repeat(5_000)}` });
  expect(said).toContain('/\u2060stop @\u2060someone xxx');
  expect(said.length).toBeLessThan(260);
});

test('a text nobody wrote is a fault', () => {
  expect(() => loadTexts().say('en')('no-such-text')).toThrow('no-such-text');
});
