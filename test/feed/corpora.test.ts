import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/feed/decode.ts';
import { parseFeed } from '../../src/feed/parse.ts';
import { spentMs } from '../cpu.ts';

const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));

function read(path: string) {
  const text = decodeText(readFileSync(CORPORA + path), null);
  return { text, feed: parseFeed({ text, url: 'https://example.org/feed' }) };
}

const files = (pattern: string) => globSync(pattern, { cwd: CORPORA }).sort();

describe.skipIf(!existsSync(CORPORA))('feeds that none of us wrote', () => {
  test.each(files('hostile/*'))('%s neither throws nor stalls', (path) => {
    const before = spentMs();

    const { feed } = read(path);

    expect(spentMs() - before).toBeLessThan(2_000);
    expect(JSON.stringify(feed ?? '').length).toBeLessThan(3_000_000);
  });

  const feeds = files('feeds/**/*.{xml,rss,atom}').map((path) => ({ path, ...read(path) }));

  test('only what is no feed is refused', () => {
    const refused = feeds.filter(({ feed }) => !feed).map(({ path }) => basename(path));

    expect(refused).toEqual([
      'xml_sample_1.xml',
      'xml_sample_2.xml',
      'empty_feed.xml',
      'unknown_feed.xml',
      'unrecognized.rss',
    ]);
  });

  test('every entry with something to show comes out', () => {
    const lost = feeds
      .filter(({ path, feed }) => feed && !path.includes('gofeed'))
      .map(({ path, text, feed }) => ({
        path,
        found: feed?.entries.length ?? 0,
        visible: visibleIn(text),
      }))
      .filter(({ found, visible }) => found < visible)
      .map(({ path, found, visible }) => `${path}: ${found} of ${visible}`);

    expect(lost, lost.join('\n')).toEqual([]);
  });

  test('ids are unique, titles are one line, links are absolute', () => {
    for (const { path, feed } of feeds) {
      const entries = feed?.entries ?? [];
      expect(new Set(entries.map(({ id }) => id)).size, path).toBe(entries.length);
      for (const { title, link, id } of entries) {
        expect(title, path).toBe(title.replace(/\s+/g, ' ').trim());
        if (link !== null) expect(link, path).toMatch(/^https?:\/\//);
        expect(id, path).not.toBe('');
      }
    }
  });
});

const VISIBLE = /<(title|link|description|summary|content|content:encoded|guid)\b[^>]*>\s*[^<\s]/;

/** How many different entries a reader would see something of. */
function visibleIn(text: string): number {
  const written = text.split(/<(?:[\w.-]+:)?(?:item|entry)[\s>]/).slice(1);
  const insides = written.map((it) => it.slice(0, it.search(/<\/(item|entry)>/)));
  return new Set(insides.filter((it) => VISIBLE.test(it))).size;
}

test('more entries than anybody reads are cut to the bound', () => {
  const items = Array.from({ length: 20_000 }, (_, i) => `<item><link>/${i}</link></item>`);

  const feed = parseFeed({
    text: `<rss><channel>${items.join('')}</channel></rss>`,
    url: 'https://example.org/',
  });

  expect(feed?.entries).toHaveLength(5_000);
});

test('a text of nothing but blanks and breaks does not stall', () => {
  const content_text = `x${' '.repeat(500_000)}x${'\n '.repeat(200_000)}x`;
  const text = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ content_text }],
  });
  const before = spentMs();

  const feed = parseFeed({ text, url: 'https://example.org/' });

  expect(feed?.entries).toHaveLength(1);
  expect(spentMs() - before).toBeLessThan(2_000);
});

test.each([
  ['nested items', '<item>'.repeat(50_000)],
  ['nested groups', `<item>${'<media:group>'.repeat(100_000)}`],
  ['attributes', `<item ${Array.from({ length: 50_000 }, (_, i) => `a${i}="x"`).join(' ')}/>`],
  ['open CDATA', `<item><title>${'<![CDATA['.repeat(100_000)}`],
  [
    'namespaces',
    `<item ${Array.from({ length: 20_000 }, (_, i) => `xmlns:a${i}="http://purl.org/dc/terms"`).join(' ')}/>`,
  ],
  ['bases', '<item xml:base="a/">'.repeat(50_000)],
  ['ampersands', `<item><title>${'&amp;'.repeat(500_000)}</title></item>`],
  ['open tags in a title', `<item><title><![CDATA[${'<b '.repeat(300_000)}]]></title></item>`],
])('%s without end do not stall', (_, inside) => {
  const before = spentMs();

  parseFeed({ text: `<rss><channel>${inside}`, url: 'https://example.org/' });

  expect(spentMs() - before).toBeLessThan(3_000);
});
