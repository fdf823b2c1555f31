import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RichBlock } from '../../src/model/rich.ts';
import type { FormattedText, Rung } from '../../src/model.ts';
import { readerBlocks, readerPages } from '../../src/post/reader.ts';
import { renderPost } from '../../src/post/render.ts';
import { loadTdlib } from '../tdlib.ts';
import { wordsIn } from './calls.ts';
import { anyView } from './looks.ts';
import { repaired, unmarked } from './repaired.ts';
import { anyArticle, anySource } from './samples.ts';
import { openStrictTelegram, RUNS, TIMEOUT_MS } from './strict.ts';

const anyReaderView = fc.record({
  hero: fc.constantFrom('shown', 'omitted'),
  source: anySource,
  timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu'),
  locale: fc.constantFrom('en-GB', 'ar-u-nu-latn'),
});

test('whatever a feed writes and a chat wants, Telegram takes every rung of the post, word for word', {
  timeout: TIMEOUT_MS,
}, async () => {
  const telegram = await openStrictTelegram();
  const property = fc.asyncProperty(anyArticle, anyView, async (article, view) => {
    for (const rung of renderPost(article, view).rungs) {
      expect(await telegram.faultsOf(rung), rung.kind).toEqual([]);
    }
  });
  await fc.assert(property, { numRuns: RUNS });
});

test('and every message and page of the reader', { timeout: TIMEOUT_MS }, async () => {
  const telegram = await openStrictTelegram();
  const property = fc.asyncProperty(anyArticle, anyReaderView, async (article, view) => {
    for (const rung of [
      ...readerBlocks(article, view).map(asRich),
      ...readerPages(article, view).map(asText),
    ]) {
      expect(await telegram.faultsOf(rung), rung.kind).toEqual([]);
    }
  });
  await fc.assert(property, { numRuns: RUNS });
});

const tdlib = loadTdlib();

test('Telegram’s own library leaves text and entities of every rung and page as they are', {
  timeout: TIMEOUT_MS,
}, (context) => {
  if (tdlib === null) return context.skip('TDLib does not load here');
  const property = fc.property(anyArticle, anyView, (article, view) => {
    const pages = readerPages(article, { ...view, hero: 'shown' }).map(asText);
    for (const rung of [...renderPost(article, view).rungs, ...pages]) {
      const words = wordsIn(rung);
      if (words !== null) expect(repaired(tdlib, words)).toEqual(unmarked(words));
    }
  });
  fc.assert(property, { numRuns: RUNS });
});

function asRich(blocks: RichBlock[]): Rung {
  return { kind: 'rich', blocks, direction: 'ltr', buttons: [] };
}

function asText(body: FormattedText): Rung {
  return { kind: 'text', body, buttons: [] };
}
