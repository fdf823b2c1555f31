import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../src/model.ts';
import { checkText } from '../../src/post/check.ts';
import { type DigestLine, type DigestView, renderDigest } from '../../src/post/digest.ts';
import { MAX_ENTITIES, TEXT_LIMIT } from '../../src/post/limits.ts';
import { loadTdlib } from '../tdlib.ts';
import { wordsIn } from './calls.ts';
import { repaired, unmarked } from './repaired.ts';
import { anyArticle, anySource, articleOf, PUBLISHED } from './samples.ts';
import { openStrictTelegram, RUNS, TIMEOUT_MS } from './strict.ts';

const VIEW: DigestView = {
  heading: (count) => `Digest of 27 June · ${count} articles`,
  rest: (left) => (left === 0 ? '' : `And ${left} more.`),
  ...{ timeZone: 'Europe/Paris', locale: 'en-GB' },
  now: PUBLISHED + 60_000,
};

function line(article: Partial<Article>, more: Partial<DigestLine> = {}): DigestLine {
  return {
    ...{ article: articleOf(article), feedId: 1, source: 'The Paper', also: '' },
    ...{ readUrl: 'https://t.me/paper_bot?start=r_x', ...more },
  };
}

const textOf = (lines: DigestLine[], view = VIEW) => {
  const [best] = renderDigest(lines, view, 'as given').post.rungs;
  return best?.kind === 'text' ? best.body.text : '';
};

test('articles stand under their feeds, each a linked line; older ones tell their day', () => {
  const lines = [
    line({ title: 'Harbour reopens' }),
    line({ title: 'Ships enter', link: null }, { feedId: 2, source: 'The Post' }),
    line({ title: 'Storm over', published: PUBLISHED - 48 * 3_600_000 }, { also: 'Also in Post' }),
  ];
  const { post, told } = renderDigest(lines, VIEW, 'as given');
  const [best, last] = post.rungs;
  const body = best?.kind === 'text' ? best.body : { text: '', entities: [] };

  expect(told).toBe(3);
  expect(body.text).toBe(
    [
      'Digest of 27 June · 3 articles',
      '',
      'The Paper',
      '• Harbour reopens',
      '• 25 Jun 2023 · Storm over · Also in Post',
      '',
      'The Post',
      '• Ships enter',
    ].join('\n'),
  );
  const shown = body.entities.map((it) => [
    it.type,
    body.text.slice(it.offset, it.offset + it.length),
    'url' in it ? it.url : null,
  ]);
  expect(shown).toEqual([
    ['bold', 'Digest of 27 June · 3 articles', null],
    ['bold', 'The Paper', null],
    ['text_link', 'Harbour reopens', 'https://paper.example/harbour'],
    ['text_link', 'Storm over', 'https://paper.example/harbour'],
    ['bold', 'The Post', null],
    ['text_link', 'Ships enter', 'https://t.me/paper_bot?start=r_x'],
  ]);
  expect(last).toEqual({ kind: 'plain', text: body.text });
});

test('the day stands before a title that runs from right to left', () => {
  const old = line({ title: 'الميناء مفتوح', published: PUBLISHED - 48 * 3_600_000 });

  expect(textOf([old]).split('\n').at(-1)).toBe('• 25 Jun 2023 · الميناء مفتوح');
});

test('reversed, the first of the lines stand last', () => {
  const lines = ['new', 'old'].map((title) => line({ title }));
  const [best] = renderDigest(lines, VIEW, 'reversed').post.rungs;

  expect(best?.kind === 'text' && best.body.text.split('\n').slice(-2)).toEqual(['• old', '• new']);
});

test.each([
  ['one feed', () => 1, MAX_ENTITIES - 2],
  ['as many feeds as lines', (index: number) => index, (MAX_ENTITIES - 2) / 2],
])('of %s no more lines are told than Telegram takes links', (_name, feedOf, told) => {
  const lines = Array.from({ length: 200 }, (_, index) =>
    line({ title: `A${index}` }, { feedId: feedOf(index) }),
  );
  const digest = renderDigest(lines, VIEW, 'as given');

  expect(digest.told).toBe(told);
  expect(textOf(lines).split('\n').at(-1)).toBe(`And ${200 - told} more.`);
});

const anyLine: fc.Arbitrary<DigestLine> = fc.record({
  article: anyArticle,
  feedId: fc.integer({ min: 1, max: 4 }),
  source: anySource,
  also: fc.oneof(fc.constant(''), anySource),
  readUrl: fc.constant('https://t.me/paper_bot?start=r_x'),
});

test('whatever feeds write, Telegram takes the digest word for word, and every line is told or counted', {
  timeout: TIMEOUT_MS,
}, async () => {
  const telegram = await openStrictTelegram();
  const lines = fc.array(anyLine, { minLength: 1, maxLength: 30 });
  const property = fc.asyncProperty(lines, async (given) => {
    const { post, told } = renderDigest(given, VIEW, 'as given');
    expect(told).toBeGreaterThan(0);
    for (const rung of post.rungs) {
      expect(await telegram.faultsOf(rung), rung.kind).toEqual([]);
      const words = wordsIn(rung);
      expect(words && checkText(words, TEXT_LIMIT)).toEqual([]);
    }
  });
  await fc.assert(property, { numRuns: RUNS });
});

const tdlib = loadTdlib();

test('Telegram’s own library leaves the digest as it is', { timeout: TIMEOUT_MS }, (context) => {
  if (tdlib === null) return context.skip('TDLib does not load here');
  const lines = fc.array(anyLine, { minLength: 1, maxLength: 30 });
  const property = fc.property(lines, (given) => {
    for (const rung of renderDigest(given, VIEW, 'reversed').post.rungs) {
      const words = wordsIn(rung);
      if (words !== null) expect(repaired(tdlib, words)).toEqual(unmarked(words));
    }
  });
  fc.assert(property, { numRuns: RUNS });
});
