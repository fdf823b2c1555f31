import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormattedText } from '../../src/model.ts';
import { readerPages } from '../../src/post/reader.ts';
import { renderPost } from '../../src/post/render.ts';
import { loadTdlib } from '../tdlib.ts';
import { anyArticle, articleOf } from './samples.ts';

const view = {
  summary: 'normal' as const,
  source: 'The Paper',
  ...{ timeZone: 'UTC', locale: 'en-GB' },
};
const postView = {
  ...view,
  ...{ style: 'text' as const, hashtags: 'on' as const, template: null, category: null },
  buttons: { read: null, open: 'Open', whole: 'The whole article' },
};

test('code keeps its signs, for it is copied', () => {
  const [page] = readerPages(articleOf({ markdown: 'Run `/bin/sh` /now' }), {
    ...view,
    hero: 'omitted',
  });

  expect(page?.text).toContain('Run /bin/sh /\u2060now');
  expect(page?.entities).toContainEqual({ type: 'code', offset: 21, length: 7 });
});

test('a command put together from formatted parts is defused, and its entities move along', () => {
  const [page] = readerPages(articleOf({ markdown: 'x /**start**' }), { ...view, hero: 'omitted' });

  expect(page?.text).toContain('x /\u2060start');
  expect(page?.entities).toContainEqual({ type: 'bold', offset: 21, length: 5 });
});

type Detected = { type: { _: string }; offset: number; length: number };

/** Telegram's own detection (TDLib), or null where its library does not load. */
const tdlib = loadTdlib();
const detect =
  tdlib &&
  ((text: string) => tdlib<{ entities: Detected[] }>({ _: 'getTextEntities', text }).entities);

test('Telegram detects no command, mention or tg: link in what hostile articles become', (context) => {
  if (detect === null) return context.skip('TDLib does not load here');
  const property = fc.property(anyArticle, (article) => {
    const { rungs } = renderPost(article, postView);
    for (const rung of rungs) {
      if (rung.kind === 'plain') expect(tappableIn({ text: rung.text, entities: [] })).toEqual([]);
      if (rung.kind === 'text') expect(tappableIn(rung.body)).toEqual([]);
    }
    for (const page of readerPages(article, { ...view, hero: 'shown' })) {
      expect(tappableIn(page)).toEqual([]);
    }
  });

  fc.assert(property, { numRuns: 500 });
});

test('nor in what a template makes of them, whatever sign stands beside a field', (context) => {
  if (detect === null) return context.skip('TDLib does not load here');
  const sign = fc.constantFrom('@', '/', 'tg:', 'tg:/', 'tg://', 'http://a.bcd/=', '.', '\n', ' x');
  const field = fc.constantFrom('{title|plain}', '{author}', '{lead|cut:30}', '{title|upper}');
  const parts = fc.array(fc.tuple(sign, field), { maxLength: 4 });
  const property = fc.property(parts, anyArticle, (written, article) => {
    const template = `{source}${written.flat().join('')}{host}`;
    for (const rung of renderPost(article, { ...postView, template }).rungs) {
      if (rung.kind === 'text') expect(tappableIn(rung.body)).toEqual([]);
    }
  });

  fc.assert(property, { numRuns: 150 });
});

test.for([
  '/start',
  'x /start',
  '(/start)',
  '，/start',
  'é/start',
  '<b>/start',
  '[/start]',
  '/start@bot',
  '‏/start',
  'http://a.b/=/start',
  'https://localhost=/start',
  '.http://a.bcd/=/start',
  'a.bcd/=/start',
  'http://a-.bcd/=/start',
  'http://a.bcd/\u2060/start',
  'http://a.bcd/)/start',
  '\u{1e900}/start',
  '\ua7d2/start',
  '@durov',
  '.@durov',
  '@http://a.bcd/=@durov',
  'tg://resolve?domain=x',
  'xtg://x',
  'ton://a',
  'TONSITE://a.ton',
  'http://a.bcd:8080/=/start',
  'http://a.bcd:0/=/start',
])('Telegram detects nothing of the kind in %j', (title, context) => {
  if (detect === null) return context.skip('TDLib does not load here');

  const { rungs } = renderPost(articleOf({ title, lead: title, link: null }), postView);

  expect(
    rungs.flatMap((rung) =>
      rung.kind === 'plain' ? tappableIn({ text: rung.text, entities: [] }) : [],
    ),
  ).toEqual([]);
});

function tappableIn({ text, entities }: FormattedText): string[] {
  const isCode = ({ offset }: Detected) =>
    entities.some(
      (entity) =>
        /code|pre/.test(entity.type) &&
        entity.offset <= offset &&
        offset < entity.offset + entity.length,
    );
  return (detect?.(text) ?? [])
    .filter((found) => !isCode(found))
    .map((found) => [found.type._, text.slice(found.offset, found.offset + found.length)] as const)
    .filter(([type, words]) => /Mention|BotCommand/.test(type) || /^(tg|ton|tonsite):/i.test(words))
    .map((found) => found.join(' '));
}
