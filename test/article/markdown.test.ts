import fc from 'fast-check';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { parseTree } from '../../src/article/parse.ts';
import { readArticle } from '../../src/article/read.ts';
import { entryOf } from './entries.ts';

const BEFORE = '<p>A paragraph that is long enough to be content stands before it.</p>';
const AFTER = '<p>And another one follows, so that nothing here is taken for an end.</p>';

const SPECIAL =
  'word 中国 。 ， “ ” x_y 1. 1) - + # ## = === --- * ** _ __ ~ ~~ ` `` [ ](x) ![ ! <b> </b> &amp; &lt; & < > | \\ \\* :-- |---|---| https://a.org/b_c_ https://a.org/~u* www.a.org/* foo@b_c.org ( )'.split(
    ' ',
  );

const plainWords = fc
  .array(fc.constantFrom(...SPECIAL, ' ', '  '), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(''));

const inlineHtml: fc.Arbitrary<string> = fc.letrec<{ node: string; format: string }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, plainWords.map(asHtml), tie('format')),
  format: fc
    .tuple(
      fc.constantFrom('b', 'i', 's', 'code', 'a href="https://e.org/x"', 'span'),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    )
    .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0]}>`),
})).node;

const blockHtml = fc
  .tuple(
    fc.constantFrom('p', 'h2', 'ul><li', 'ol><li', 'blockquote', 'div'),
    fc.array(inlineHtml, { minLength: 1, maxLength: 4 }),
  )
  .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split('><').toReversed().join('></')}>`);

const linesHtml = fc
  .array(plainWords, { minLength: 1, maxLength: 3 })
  .map((lines) => `<p>${lines.map(asHtml).join('<br>')}</p>`);

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function textOf(html: string): string {
  return parseTree(html).textContent.replace(/\s+/g, '');
}

test.each([
  ['plain words with special characters', linesHtml],
  ['words with markup', blockHtml],
])('a Markdown parser reads back the same text: %s', (_, html) => {
  fc.assert(
    fc.property(html, (body) => {
      const page = BEFORE + body + AFTER;

      const { markdown } = readArticle(entryOf(page));

      const back = marked.parse(markdown, { async: false });
      expect(textOf(back)).toBe(textOf(page));
    }),
    { numRuns: 1_000 },
  );
});

function bodyOf(html: string): string {
  const { markdown } = readArticle(entryOf(BEFORE + html + AFTER));
  return markdown.split('\n\n').slice(1, -1).join('\n\n');
}

test.each([
  ['<p><b>标题：</b>正文</p>', '**标题**：正文'],
  ['<p>在<b>“社会主义”</b>的</p>', '在“**社会主义**”的'],
  ['<p><b>a</b><b>b</b></p>', '**ab**'],
  ['<p>foo_bar_baz, _x_ and 2*3</p>', 'foo_bar_baz, \\_x\\_ and 2\\*3'],
  ['<p>1. May</p>', '1\\. May'],
  ['<p>- no list<br>+ neither</p>', '\\- no list  \n\\+ neither'],
  ['<h2>C #</h2>', '## C \\#'],
  ['<p>a &lt;b&gt; &amp;amp; AT&amp;T</p>', 'a \\<b> \\&amp; AT&T'],
  ['<p>wow!<a href="/x">y</a></p>', 'wow\\![y](https://example.org/x)'],
  ['<p>see https://a.org/b now</p>', 'see https://a.org/b now'],
  ['<p>see https://a.org/~b* now</p>', 'see [https://a.org/\\~b\\*](https://a.org/~b*) now'],
  ['<p><s>old</s> new</p>', '~~old~~ new'],
  ['<p>10<sup>6</sup> H<sub>2</sub>O</p>', '10⁶ H₂O'],
  ['<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>', '漢(かん)'],
  ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
  ['<ol start="9"><li>a</li><li>b</li></ol>', '9. a\n10. b'],
  ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n> \n> b'],
  ['<pre><code class="language-ts">a\n  b</code></pre>', '```ts\na\n  b\n```'],
  ['<pre>a<br>```</pre>', '````\na\n```\n````'],
  ['<p><code>a`b</code></p>', '``a`b``'],
])('%s becomes %s', (html, markdown) => {
  expect(bodyOf(html)).toBe(markdown);
});

test('code keeps what looks like HTML, and nothing else is HTML', () => {
  const html =
    '<pre>&lt;div class="x"&gt;</pre><p onclick="x()"><u>u</u><mark>m</mark><custom-tag>c</custom-tag></p><table><tr><th>a<th>b<tr><td><div>1</div><td><ul><li>2</ul></table>';

  const { markdown } = readArticle(entryOf(BEFORE + html + AFTER));

  expect(markdown).toContain('```\n<div class="x">\n```');
  expect(markdown.replace(/```[\s\S]*?```/g, '')).not.toMatch(/<[a-z/!]/i);
  expect(marked.lexer(markdown).map(({ type }) => type)).not.toContain('html');
});
