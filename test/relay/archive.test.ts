import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseArchivedFile } from '../../src/article/archive.ts';
import { readArticle } from '../../src/article/read.ts';
import { htmlOf } from '../../src/post/html.ts';
import { archivedText } from '../../src/relay/archive.ts';
import { entryOf } from '../article/entries.ts';

const AT = Date.parse('2023-06-27T13:45:02Z');
const ARTICLE = readArticle(
  entryOf(
    [
      '<p><img src="https://example.org/harbour.jpg" alt="The [old] harbour" width="800"></p>',
      '<h2>Ships * and _boats_</h2><p>It is <b>open</b> again, <a href="https://example.org/a(1)">they say</a>.</p>',
      '<ul><li>By day</li><li>By night<ol><li>until two</li></ol></li></ul>',
      '<table><tr><th>Ship</th><th>Hour</th></tr><tr><td>Anna</td><td>4</td></tr></table>',
      '<pre><code>if (a &lt; b) { open(); }</code></pre><blockquote>At last, &lt;b&gt;said&lt;/b&gt; he.</blockquote>',
      '<p>1. is no list, and # is no heading.</p><p>Here it ends.</p>',
    ].join(''),
    { title: 'The [harbour] \\ opens', link: 'https://example.org/2023/harbour?a=1' },
  ),
);
const archived = (article = ARTICLE) =>
  archivedText({ article, at: AT, feedUrl: 'https://example.org/feed', token: 'abcdefgh' });

function readBack(text: string) {
  const entry = parseArchivedFile(text);
  if (!entry) throw new Error('no archived file');
  return readArticle({ ...entry, content: htmlOf(entry.content) });
}

test('a file begins with the moment, the title as a link, and a rule', () => {
  expect(archived().split('\n').slice(0, 6)).toEqual([
    `<!--${AT}-->`,
    '[The \\[harbour\\] \\\\ opens](https://example.org/2023/harbour?a=1)',
    '------',
    '',
    '![The \\[old\\] harbour](https://example.org/harbour.jpg)',
    '',
  ]);
});

test('what is read back from a file is the article', () => {
  const { title, link, markdown, picture, leads } = readBack(archived());

  expect({ title, link, markdown, leads }).toEqual({
    title: ARTICLE.title,
    link: ARTICLE.link,
    markdown: ARTICLE.markdown,
    leads: ARTICLE.leads,
  });
  expect(picture).toMatchObject({ url: ARTICLE.picture?.url, alt: ARTICLE.picture?.alt });
});

test('an article without a link has its feed’s, and so can be read back', () => {
  expect(readBack(archived({ ...ARTICLE, link: null })).link).toBe(
    'https://example.org/feed#abcdefgh',
  );
});

const SEED = '../shared/seed';
const seeds = (() => {
  try {
    return readdirSync(SEED).filter((name) => name.endsWith('.txt'));
  } catch {
    console.error('There is no sample article beside the project: it is not read back.');
    return [];
  }
})();

describe.skipIf(seeds.length === 0)('the sample article', () => {
  test.each(seeds)('%s is the same after a second time in an archive', (name) => {
    const entry = parseArchivedFile(readFileSync(`${SEED}/${name}`, 'utf8'));
    if (!entry) throw new Error('no archived file');
    const article = readArticle(entry);

    const again = readBack(archived(article));

    expect(again).toMatchObject({ ...article, published: AT });
  });
});
