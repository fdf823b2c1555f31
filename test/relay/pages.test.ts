import { afterEach, expect, test } from 'vitest';
import { createHttp } from '../../src/http.ts';
import { createReadPage } from '../../src/relay/page.ts';
import { createPages, type Pages, type PagesLimits } from '../../src/relay/pages.ts';
import { spentByAllMs, spentMs } from '../cpu.ts';
import { openHostileSite } from '../feed/hostile-site.ts';

const TEXT = 'All the words of the world, and then a few more, stood in one long row. ';
const LIMITS: PagesLimits = { readMs: 30_000, idleMs: 60_000, memoryMb: 256 };
/** Thousands of elements in a row take seconds. */
const GIANT = `<title>Giant</title><article>${'<span>One, two</span>'.repeat(40_000)}</article>`;

let pages: Pages | undefined;

afterEach(() => pages?.stop());

function open(limits: Partial<PagesLimits> = {}) {
  pages = createPages({ ...LIMITS, ...limits });
  return (html: string | Uint8Array, contentType = 'text/html') => {
    const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
    return pages?.read({ bytes, contentType, url: 'https://example.org/x', teaser: null });
  };
}

async function markdownOf(reading: ReturnType<ReturnType<typeof open>>): Promise<string> {
  const read = await reading;
  return read?.kind === 'article' ? read.article.markdown : '';
}

test.each([
  ['nests a hundred thousand times', `<div>`.repeat(100_000), ''],
  ['opens lists in lists without end', '<ul><li>'.repeat(50_000), ''],
  ['is five megabytes of text', `<p>${TEXT.repeat(70_000)}</p>`, TEXT.trim()],
  ['leaves out the tags of its skeleton', `<p>${TEXT.repeat(10)}`, TEXT.trim()],
])(
  'a page that %s is read as far as it makes sense',
  { timeout: 30_000 },
  async (_, body, text) => {
    const read = open();

    const result = await read(`<title>Hostile</title>${body}`);

    expect(result).toMatchObject({ kind: 'article', article: { title: 'Hostile' } });
    expect(result?.kind === 'article' && result.article.markdown).toContain(text);
  },
);

test('a page whose server lies about its charset is read as what it is', async () => {
  const read = open();
  const html = `<title>Öl</title><article><p>${'Über Öl und Äpfel, größer als zuvor. '.repeat(12)}</p></article>`;

  const markdown = await markdownOf(read(html, 'text/html; charset=iso-8859-1'));

  expect(markdown).toMatch(/^Über Öl und Äpfel, größer/);
});

test('a page that takes too long is given up, and the next one is read', {
  timeout: 30_000,
}, async () => {
  const read = open({ readMs: 150 });

  expect(await read(GIANT)).toEqual({ kind: 'failed', reason: 'timeout' });

  // On a busy machine a small page can take as long.
  await expect
    .poll(() => read('<title>Next</title>'))
    .toMatchObject({ article: { title: 'Next' } });
});

test('a page that takes too much memory is given up, and the next one is read', {
  timeout: 30_000,
}, async () => {
  const read = open({ memoryMb: 40, readMs: 20_000 });

  expect(await read(GIANT)).toEqual({ kind: 'failed', reason: 'memory' });

  expect(await read('<title>Next</title>')).toMatchObject({ article: { title: 'Next' } });
});

test('the event loop is hardly held while a giant is read', { timeout: 30_000 }, async () => {
  const read = open();
  await read('<title>First</title>');
  const [ownBefore, allBefore] = [spentMs(), spentByAllMs()];

  await read(GIANT);

  expect(spentMs() - ownBefore).toBeLessThan((spentByAllMs() - allBefore) / 5);
});

test('nobody waits for a page that never ends', { timeout: 30_000 }, async () => {
  open();
  const site = await openHostileSite();
  const http = createHttp({ allowedAddresses: ['127.0.0.0/8'], userAgent: 'test' });
  const readPage = createReadPage(http.fetch, pages as Pages, () => 0);

  expect(await readPage(`${site.url}/endless`)).toBeNull();

  await http.close();
  site.close();
});
