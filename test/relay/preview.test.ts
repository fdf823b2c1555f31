import { afterAll, expect, test } from 'vitest';
import type { HttpOutcome } from '../../src/http.ts';
import { createPages } from '../../src/relay/pages.ts';
import { type PreviewDeps, preview } from '../../src/relay/preview.ts';
import { NOW } from '../store/content.ts';

const BODY =
  '<p>The council has decided to plant four hundred trees along the river next spring.</p>' +
  '<p>Work begins in March, and the first avenue is to be finished before the summer.</p>';
const FEED = `<rss version="2.0"><channel><title>The Paper</title>
  <item><guid>2</guid><title>Trees</title><link>https://paper.example.org/trees</link>
    <pubDate>Wed, 25 Nov 2026 10:00:00 GMT</pubDate>
    <description><![CDATA[<img src="/trees.jpg" width="800" height="600">${BODY}]]></description></item>
  <item><guid>1</guid><title>Older</title><description>Some older text.</description></item>
</channel></rss>`;
const PAGE = `<!doctype html><html lang="en"><head><title>Trees for the river</title></head>
  <body><article><h1>Trees for the river</h1>${BODY.repeat(4)}</article></body></html>`;
const FILE = `<!-- 1795600800000 -->\n[Trees](https://paper.example.org/trees)\n---\n${BODY}`;

const pages = createPages();

afterAll(() => pages.stop());

function shown(what: string, deps: Partial<PreviewDeps> = {}) {
  return preview(what, {
    http: async () => failed('dns'),
    pages,
    readFile: () => null,
    ...{ now: NOW, timeZone: 'UTC', entries: 'newest', style: 'picture', summary: 'normal' },
    ...deps,
  });
}

const failed = (reason: 'dns' | 'address'): HttpOutcome => ({
  ...{ kind: 'failed', reason },
  detail: 'no such host',
});

function answered(body: string, contentType: string, status = 200): HttpOutcome {
  const url = 'https://paper.example.org/feed';
  const headers = { 'content-type': contentType };
  return {
    ...{ kind: 'answered', status, url, headers, redirects: [] },
    body: new TextEncoder().encode(body),
  };
}

const from = (body: string, type: string) => ({ http: async () => answered(body, type) });

async function textOf(outcome: ReturnType<typeof shown>): Promise<string> {
  const it = await outcome;
  return it.kind === 'text' ? it.text : `failed: ${it.reason}`;
}

test('of a feed the newest entry is shown as article, Markdown and post', async () => {
  const text = await textOf(shown('https://x/', from(FEED, 'application/rss+xml')));

  expect(text).toMatch(
    /── Article ─.*title: +Trees\nlink: +https:\/\/paper.*published: 2026-11-25T10:00:00\.000Z/s,
  );
  expect(text).toMatch(/── Markdown ─.*four hundred trees/s);
  expect(text).toMatch(
    /── Post ─.*\[picture https:\/\/paper\.example\.org\/trees\.jpg\].*entities:.*bold: Trees/s,
  );
  expect(text).toContain('[Read] [Open ↗ → https://paper.example.org/trees]');
  expect(text).toContain('If Telegram refuses that: preview, then text, then plain.');
  expect(text).not.toContain('Older');
});

test('on request every entry of a feed is shown', async () => {
  const text = await textOf(
    shown('https://x/', { ...from(FEED, 'application/rss+xml'), entries: 'all' }),
  );

  expect(text.match(/── Article ─/g)).toHaveLength(2);
  expect(text.indexOf('Trees')).toBeLessThan(text.indexOf('Older'));
});

test.each<[Partial<PreviewDeps>, string, string]>([
  [{ style: 'link' }, 'Trees · ', 'If Telegram refuses that: plain.'],
  [
    { style: 'rich' },
    'The whole article',
    'If Telegram refuses that: rich, then photo, then preview',
  ],
  [{ style: 'text', summary: 'short' }, '[large preview of', 'then plain.'],
])('in the look of %j too', async (look, best, rest) => {
  const text = await textOf(shown('https://x/', { ...from(FEED, 'application/rss+xml'), ...look }));

  expect(text.slice(text.indexOf('── Post'))).toContain(best);
  expect(text).toContain(rest);
});

test('an article’s page is shown as if it had come by a feed', async () => {
  const text = await textOf(shown('https://x/', from(PAGE, 'text/html; charset=utf-8')));

  expect(text).toMatch(/title: +Trees for the river/);
  expect(text).toContain('paper.example.org');
});

test('an archived file is shown as the article it keeps', async () => {
  const bytes = new TextEncoder().encode(FILE);

  const text = await textOf(shown('trees.html', { readFile: () => bytes }));

  expect(text).toMatch(/title: +Trees\nlink: +https:\/\/paper\.example\.org\/trees/);
  expect(text).toMatch(/published: 2026-11-25T10:00:00\.000Z/);
});

test.each<[string, string, Partial<PreviewDeps>, string]>([
  ['a file that is not there', 'none.html', {}, 'There is no file none.html.'],
  ['a host that is not there', 'https://x/', {}, 'https://x/ cannot be had: dns (no such host).'],
  [
    'a server that refuses',
    'https://x/',
    { http: async () => answered('', 'text/html', 403) },
    'https://x/ answered with HTTP 403.',
  ],
  [
    'something else',
    'https://x/',
    from('\u0000\u0001', 'application/octet-stream'),
    'https://x/ is neither a feed, nor an article, nor an archived file.',
  ],
])('%s is a fault in one sentence', async (_, what, deps, reason) => {
  expect(await shown(what, deps)).toEqual({ kind: 'failed', reason });
});
