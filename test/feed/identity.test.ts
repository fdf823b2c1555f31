import { expect, test } from 'vitest';
import { canonicalLink, entryIds, type Identified } from '../../src/feed/identity.ts';

const entry = (changed: Partial<Identified> = {}): Identified => ({
  id: '',
  link: 'https://example.org/a',
  title: 'A',
  published: null,
  text: 'text',
  ...changed,
});
const idOf = (changed: Partial<Identified>) => entryIds([entry(changed)])[0];

test("the publisher's id is the id, whatever else changes", () => {
  expect(entryIds([entry({ id: ' tag:1 ' }), entry({ id: 'tag:2' })])).toEqual(['tag:1', 'tag:2']);
});

test('without one, link and title make the id, and never the content', () => {
  expect(idOf({ text: 'edited', published: 5 })).toBe(idOf({}));
  expect(idOf({ title: 'B' })).not.toBe(idOf({}));
  expect(idOf({ link: 'https://example.org/b' })).not.toBe(idOf({}));
  expect(idOf({})?.length).toBeGreaterThanOrEqual(22);
});

test('https and the marks of a campaign change no id', () => {
  const plain = idOf({ link: 'https://example.org/a?x=1' });

  expect(idOf({ link: 'http://example.org/a?utm_source=rss&x=1&fbclid=2' })).toBe(plain);
  expect(idOf({ id: 'http://example.org/?p=1' })).toBe(idOf({ id: 'https://example.org/?p=1' }));
});

test('an id that several entries bear stays with the oldest; the others are told apart', () => {
  const before = [entry({ id: '1', title: 'old', published: 1 })];
  const after = [entry({ id: '1', title: 'new', published: 2 }), ...before];

  const [fresh, known] = entryIds(after);

  expect(known).toBe('1');
  expect(fresh).not.toBe('1');
  expect(entryIds([entry({ id: '1', title: 'new' }), entry({ id: '1', title: 'old' })])[1]).toBe(
    '1',
  );
});

test('the same link and title on other days are other entries', () => {
  const days = [3, 2, 1].map((published) => entry({ published }));

  expect(new Set(entryIds(days)).size).toBe(3);
  expect(entryIds(days)[2]).toBe(idOf({}));
});

test('entries that are the same get the same id', () => {
  const [first, second, third] = entryIds([entry(), entry(), entry({ id: '1' })]);

  expect(first).toBe(second);
  expect(third).toBe('1');
});

test('where there is only a text, the text is told apart', () => {
  const nameless = { link: null, title: '' };

  expect(idOf({ ...nameless, text: 'one' })).not.toBe(idOf({ ...nameless, text: 'two' }));
});

test('an endless id becomes a short one', () => {
  expect(idOf({ id: 'x'.repeat(10_000) })?.length).toBeLessThan(50);
});

test('ten thousand entries with one id are told apart in no time', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => entry({ id: 'same', title: `${i}` }));

  expect(new Set(entryIds(many)).size).toBe(10_000);
});

test('what is no web address is its own canonical form', () => {
  expect(canonicalLink('tag:example.org,2026:1')).toBe('tag:example.org,2026:1');
  expect(canonicalLink('http://example.org:8080/a?b#c')).toBe('https://example.org:8080/a?b#c');
});
