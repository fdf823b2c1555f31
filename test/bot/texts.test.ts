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

test('English and simplified Chinese are spoken', () => {
  expect(loadTexts().languages).toEqual([
    { code: 'en', name: 'English' },
    { code: 'zh', name: '简体中文' },
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
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['xx', null],
  ['', null],
  [undefined, null],
])('the language tag %s means %s', (tag, language) => {
  expect(loadTexts().closest(tag)).toBe(language);
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
