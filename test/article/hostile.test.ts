import { expect, test } from 'vitest';
import { learnFurniture } from '../../src/article/furniture.ts';
import { readPage } from '../../src/article/page.ts';
import { readArticle } from '../../src/article/read.ts';
import { entryOf } from './entries.ts';

const BODIES: Record<string, string> = {
  nothing: '',
  'not HTML': '\u0000\ud800 <<<>>> &#xfffffff; &#0; ]]>',
  '3,000 nested lists': '<ul><li>x'.repeat(3_000),
  '5,000 nested divs': `${'<div>x'.repeat(5_000)}${'</div>'.repeat(5_000)}`,
  '100,000 spaces in pre': `<pre>a${' '.repeat(100_000)}b</pre>`,
  '100,000 no-break spaces': `<p>a${'&nbsp;'.repeat(100_000)}b</p>`,
  'a table of 300 by 100': `<table>${`<tr>${'<td>x</td>'.repeat(100)}</tr>`.repeat(300)}</table>`,
  'a data URI of 1 MB': `<img src="data:image/png;base64,${'A'.repeat(1_000_000)}"><p>After it.</p>`,
  '50,000 unclosed tags': '<b>x'.repeat(50_000),
  '50,000 unclosed quotations': '<blockquote>x'.repeat(50_000),
  '80,000 unclosed controls': '<select>'.repeat(80_000),
  '200,000 unclosed comments': '<!--'.repeat(200_000),
  '900,000 opening brackets': '<'.repeat(900_000),
  '100,000 attributes': `<p ${'a=1 '.repeat(100_000)}>x</p>`,
  '15,000 share links': '<a href="https://wa.me/?text=1">y</a> '.repeat(15_000),
  '60,000 blank spans': '<span> </span>'.repeat(60_000),
  '200,000 line breaks': `a${'<br>'.repeat(200_000)}b`,
  '100,000 line breaks in pre': `<pre>${'x<br>'.repeat(100_000)}</pre>`,
  '200,000 entities': `<p>${'&amp;'.repeat(200_000)}</p>`,
  '50,000 special characters': `<p>${'*_`['.repeat(50_000)}</p>`,
  '18,000 formats side by side': `<p>${'<b>x</b><i>y</i>'.repeat(9_000)}</p>`,
  'a list of 19,000': `<ol>${'<li>x</li>'.repeat(19_000)}</ol>`,
  'a word of 1 MB': 'x'.repeat(1_000_000),
  'a paragraph of 900,000 Chinese characters': `<p>${'中国，'.repeat(300_000)}</p>`,
  '20,000 addresses': `<p>${'https://a.org/~x* '.repeat(20_000)}</p>`,
  '6,000 nested tables': '<table><tr><td>'.repeat(6_000),
  'a srcset of 80,000': `<img srcset="${'/a.png 1w, '.repeat(80_000)}">`,
  '100,000 backticks in code': `<code>${'` '.repeat(100_000)}</code>`,
  '9,000 links around paragraphs': '<a href="/"><p>'.repeat(9_000),
};

test.each(Object.keys(BODIES))('%s: read in less than a second', (name) => {
  const html = BODIES[name] ?? '';
  const entry = entryOf(html, { title: html.slice(0, 1_000), summary: html.slice(0, 10_000) });
  // This thread's own time: other test files share the machine.
  const start = process.threadCpuUsage();

  const article = readArticle(entry);

  const { user, system } = process.threadCpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(1_000);
  expect(article.title).not.toBe('');
});

test.each(Object.keys(BODIES))(
  '%s: neither a page nor a feed’s footer makes it throw',
  { timeout: 60_000 },
  (name) => {
    const html = BODIES[name] ?? '';

    // Of a page the beginning: longer ones are ended by the time limit of the thread that reads them.
    expect(() => readPage(html.slice(0, 100_000), 'https://example.org/')).not.toThrow();
    expect(() => learnFurniture(null, [entryOf(html)])).not.toThrow();
  },
);

test('what an embedded file leaves room for is read', () => {
  const { markdown } = readArticle(entryOf(BODIES['a data URI of 1 MB'] ?? ''));

  expect(markdown).toBe('After it.');
});

test('a table is shown up to 20 columns and 200 rows', () => {
  const row = `<tr>${'<td>x</td>'.repeat(30)}</tr>`;

  const { markdown } = readArticle(entryOf(`<table>${row.repeat(250)}</table>`));

  const lines = markdown.split('\n');
  expect(lines).toHaveLength(201);
  expect(lines[0]).toBe(`|${' x |'.repeat(20)}`);
  expect(lines[1]).toBe(`|${' --- |'.repeat(20)}`);
});

test('links and addresses that are none do no harm', () => {
  const entry = entryOf(
    '<p><a href="http://[">a</a> <a href="//">b</a> <img src="http://["> c</p>',
    {
      link: 'no link',
      baseUrl: 'nowhere',
      pictures: [{ url: 'nothing', alt: '', width: null, height: null }],
    },
  );

  expect(readArticle(entry)).toMatchObject({ markdown: 'a b c', picture: null });
});
