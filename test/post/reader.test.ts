import fc from 'fast-check';
import type { InputRichMessage } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import type { RichBlock, RichText } from '../../src/model/rich.ts';
import { plainText } from '../../src/post/blocks.ts';
import { checkBlocks, checkText } from '../../src/post/check.ts';
import { sizeOf, TEXT_LIMIT } from '../../src/post/limits.ts';
import { readerBlocks, readerPages } from '../../src/post/reader.ts';
import { spentMs } from '../cpu.ts';
import { anyArticle, anySource, articleOf } from './samples.ts';

const view = {
  hero: 'omitted' as const,
  source: 'The Paper',
  timeZone: 'Europe/Paris',
  locale: 'en-GB',
};

/** The body's blocks: without title and footer. */
const bodyOf = (markdown: string) =>
  readerBlocks(articleOf({ markdown }), view).flat().slice(1, -1);
const paragraph = (text: RichText): RichBlock => ({ type: 'paragraph', text });

/** The first page's body. */
const pageOf = (markdown: string) =>
  readerPages(articleOf({ markdown }), view)[0]?.text.split('\n\n').slice(1, -1).join('\n\n');

describe('blocks', () => {
  test('title and hero stand above, source and date below', () => {
    const picture = {
      url: 'https://p.example/a.jpg',
      alt: 'The harbour',
      width: null,
      height: null,
    };
    const messages = readerBlocks(articleOf({ picture }), { ...view, hero: 'shown' });

    const expected: InputRichMessage['blocks'][] = [
      [
        { type: 'heading', size: 1, text: 'Harbour reopens' },
        {
          type: 'photo',
          photo: { type: 'photo', media: 'https://p.example/a.jpg' },
          caption: { text: 'The harbour' },
        },
        { type: 'paragraph', text: 'Ships may enter again.' },
        { type: 'footer', text: 'The Paper · 27 Jun 2023, 15:45' },
      ],
    ];
    const assignable: InputRichMessage['blocks'][] = messages;
    expect(assignable).toEqual(expected);
  });

  test.each<[string, string, RichBlock[]]>([
    [
      'headings stand below the title',
      '# a\n\n## b\n\n###### c',
      [
        { type: 'heading', size: 2, text: 'a' },
        { type: 'heading', size: 2, text: 'b' },
        { type: 'heading', size: 6, text: 'c' },
      ],
    ],
    [
      'formatting nests',
      'a **b *c* ~~d~~** `e` [f **g**](https://x.example/)',
      [
        paragraph([
          'a ',
          {
            type: 'bold',
            text: ['b ', { type: 'italic', text: 'c' }, ' ', { type: 'strikethrough', text: 'd' }],
          },
          ' ',
          { type: 'code', text: 'e' },
          ' ',
          { type: 'url', text: ['f ', { type: 'bold', text: 'g' }], url: 'https://x.example/' },
        ]),
      ],
    ],
    ['line breaks', 'soft\nbreak  \nhard\\\nbreak', [paragraph('soft break\nhard\nbreak')]],
    [
      'an ordered list keeps its numbers',
      '3. a\n4. b',
      [
        {
          type: 'list',
          items: [
            { value: 3, type: '1', blocks: [paragraph('a')] },
            { value: 4, type: '1', blocks: [paragraph('b')] },
          ],
        },
      ],
    ],
    [
      'lists nest',
      '- a\n  - b',
      [
        {
          type: 'list',
          items: [
            { blocks: [paragraph('a'), { type: 'list', items: [{ blocks: [paragraph('b')] }] }] },
          ],
        },
      ],
    ],
    [
      'tasks',
      '- [x] a\n- [ ] b',
      [
        {
          type: 'list',
          items: [
            { has_checkbox: true, is_checked: true, blocks: [paragraph('a')] },
            { has_checkbox: true, blocks: [paragraph('b')] },
          ],
        },
      ],
    ],
    [
      'tables',
      '| a | b |\n|---|--:|\n| c | |\n| | |',
      [
        {
          type: 'table',
          is_bordered: true,
          cells: [
            [
              { text: 'a', is_header: true, align: 'left', valign: 'top' },
              { text: 'b', is_header: true, align: 'right', valign: 'top' },
            ],
            [
              { text: 'c', align: 'left', valign: 'top' },
              { align: 'right', valign: 'top' },
            ],
          ],
        },
      ],
    ],
    ['quotes', '> a\n>\n> b', [{ type: 'blockquote', blocks: [paragraph('a'), paragraph('b')] }]],
    [
      'code keeps its lines and indentation',
      '```ts x\nif (a)\n\treturn;\n```',
      [{ type: 'pre', text: 'if (a)\n    return;', language: 'ts' }],
    ],
    ['dividers', 'a\n\n---\n\nb', [paragraph('a'), { type: 'divider' }, paragraph('b')]],
    ['character references', 'a &amp; b &#x4e2d; &hellip;', [paragraph('a & b 中 &hellip;')]],
    ['HTML is words', 'a <b>c</b>\n\n<div>\nd', [paragraph('a <b>c</b>'), paragraph('<div> d')]],
    [
      'link definitions are words, other schemes no links',
      '[1]: x\n\n[a](/b) [c](mailto:d@e.fg)',
      [paragraph('[1]: x'), paragraph('a c')],
    ],
    ['nothing to see makes no block', '> \n\n- \n\n**\u200b**\n\n```\n```\n\n#', []],
  ])('%s', (_, markdown, blocks) => {
    expect(bodyOf(markdown)).toEqual(blocks);
  });
});

describe('pictures', () => {
  const photo = (name: string, caption?: RichText): RichBlock => ({
    type: 'photo',
    photo: { type: 'photo', media: `https://p.example/${name}` },
    ...(caption !== undefined && { caption: { text: caption } }),
  });

  test.each<[string, string, RichBlock[]]>([
    ['its words are the caption', '![A ship](https://p.example/a)', [photo('a', 'A ship')]],
    ['a file name is no caption', '![IMG_1.JPG](https://p.example/a)', [photo('a')]],
    [
      'an italic paragraph below is the caption, a second one is not',
      '![x](https://p.example/a)\n\n*The [ship](https://s.example/)*\n\n*Later*',
      [
        photo('a', ['The ', { type: 'url', text: 'ship', url: 'https://s.example/' }]),
        paragraph({ type: 'italic', text: 'Later' }),
      ],
    ],
    [
      'it divides the paragraph it stands in',
      'a **b ![](https://p.example/a) c**',
      [
        paragraph(['a ', { type: 'bold', text: 'b ' }]),
        photo('a'),
        paragraph({ type: 'bold', text: ' c' }),
      ],
    ],
    [
      'it divides lists and quotes',
      '1. a\n2. ![](https://p.example/a)\n3. b\n\n> ![](https://p.example/b)',
      [
        { type: 'list', items: [{ value: 1, type: '1', blocks: [paragraph('a')] }] },
        photo('a'),
        { type: 'list', items: [{ value: 3, type: '1', blocks: [paragraph('b')] }] },
        photo('b'),
      ],
    ],
    ['a linked one', '[![](https://p.example/a)](https://x.example/)', [photo('a')]],
    ['one that cannot be shown is words', '![A ship](/a.png)', [paragraph('A ship')]],
    ['one that Telegram cannot ask for too', '![A ship](http://nas/a)', [paragraph('A ship')]],
  ])('%s', (_, markdown, blocks) => {
    expect(bodyOf(markdown)).toEqual(blocks);
  });
});

describe('messages within the budget', () => {
  const split = (markdown: string) => readerBlocks(articleOf({ markdown }), view);

  test('a long article is cut between paragraphs', () => {
    const messages = split(`${'Word. '.repeat(500).trim()}\n\n`.repeat(6));

    expect(messages.map((blocks) => blocks.length)).toEqual([3, 2, 3]);
    expect(messages.flatMap(checkBlocks)).toEqual([]);
  });

  test('a paragraph larger than a message is cut after sentences', () => {
    const messages = split('The storm is over. '.repeat(1000));

    expect(messages).toHaveLength(3);
    expect(messages.map((blocks) => blocks.length)).toEqual([4, 3, 3]);
    for (const block of messages.flat().slice(1, -1)) {
      expect(wordsOf(block)).toMatch(/^The .* over\. ?$/);
    }
  });

  test('25 photos take two messages', () => {
    const messages = split('![](https://p.example/a)\n\n'.repeat(25));

    expect(messages.map((blocks) => sizeOf(blocks).media)).toEqual([20, 5]);
  });

  test('a list of 1,000 entries takes as many messages as its blocks need', () => {
    const messages = split('- a\n'.repeat(1000));

    expect(messages.map((blocks) => sizeOf(blocks).blocks)).toEqual([448, 447, 447, 447, 227]);
  });

  test('a table of 21 columns becomes paragraphs', () => {
    const row = (cell: string) => `|${`${cell}|`.repeat(21)}\n`;

    expect(bodyOf(row('a') + row('-') + row('b'))).toEqual([
      paragraph('a | '.repeat(21).slice(0, -3)),
      paragraph('b | '.repeat(21).slice(0, -3)),
    ]);
  });

  test('20 quotes in each other are no deeper than Telegram takes', () => {
    const messages = split(`${'> '.repeat(20)}***~~[deep](https://a.example/)~~***`);

    expect(messages.flatMap(checkBlocks)).toEqual([]);
    expect(JSON.stringify(messages)).toContain('deep');
  });
});

describe('pages', () => {
  test('blocks become lines', () => {
    expect(
      pageOf(
        '## a\n\n- b\n  1. c\n- [x] d\n\n> e\n> > f\n\n|g|h|\n|-|-|\n|i|j|\n\n---\n\n![k](https://p.example/a)',
      ),
    ).toBe(
      'a\n\n•\u2003b\n\u20031.\u2003c\n☑\u2003d\n\ne\nf\n\ng | h\ni | j\n\n———\n\n🖼 k'
        .replaceAll('•\u2003', '• ')
        .replaceAll('1.\u2003', '1. ')
        .replaceAll('☑\u2003', '☑ '),
    );
  });

  test('entities cover their words', () => {
    const [page] = readerPages(
      articleOf({
        markdown: '**a *b `c` d*** [e `f`](https://x.example/)\n\n> g\n\n```js\nh\n```',
      }),
      view,
    );

    const covered = page?.entities.map(({ type, offset, length }) => [
      type,
      page.text.slice(offset, offset + length),
    ]);
    expect(covered).toEqual([
      ['bold', 'Harbour reopens'],
      ['bold', 'a b '],
      ['italic', 'b '],
      ['code', 'c'],
      ['bold', ' d'],
      ['italic', ' d'],
      ['text_link', 'e f'],
      ['blockquote', 'g'],
      ['pre', 'h'],
    ]);
  });

  test('200 links take three pages, for the sake of the entities', () => {
    const pages = readerPages(
      articleOf({ markdown: '[a](https://x.example/) '.repeat(200) }),
      view,
    );

    expect(pages.map(({ entities }) => entities.length)).toEqual([86, 85, 30]);
    expect(pages.flatMap((page) => checkText(page, TEXT_LIMIT))).toEqual([]);
  });
});

test('whatever an article holds, its blocks and pages are such as Telegram takes', () => {
  const property = fc.property(anyArticle, anySource, (article, source) => {
    const shown = { ...view, hero: 'shown' as const, source };

    expect(readerBlocks(article, shown).flatMap(checkBlocks)).toEqual([]);
    expect(readerPages(article, shown).flatMap((page) => checkText(page, 4000))).toEqual([]);
  });

  fc.assert(property, { numRuns: 300 });
});

test('every word of the Markdown comes out, in order', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/).map((letters) => `w${letters}`);
  const words = fc.array(word, { minLength: 1, maxLength: 60 }).map((list) => list.join(' '));
  const shapes = [
    (text: string) => text,
    (text: string) => `## ${text}`,
    (text: string) => `> ${text}\n>\n> - ${text}`,
    (text: string) => text.replaceAll(' ', ' **').replace(/$/, '**'),
    (text: string) => `- ${text.replaceAll(' w', '\n  - w')}`,
    (text: string) => `7. ${text}\n8. [${text}](https://a.example/)`,
    (text: string) =>
      `|${text.replaceAll(' ', '|')}|\n|${'-|'.repeat(text.split(' ').length)}\n|${text}|`,
    (text: string) => `\`\`\`\n${text}\n\`\`\``,
    (text: string) => `![${text}](https://a.example/b) \`${text}\``,
    (text: string) => `${text} `.repeat(200),
  ];
  const block = fc.tuple(words, fc.constantFrom(...shapes)).map(([text, shape]) => shape(text));
  const wordsIn = (text: string) => text.match(/w[a-z]+/g) ?? [];

  const property = fc.property(fc.array(block, { maxLength: 8 }), (parts) => {
    const markdown = parts.join('\n\n');
    const article = articleOf({ title: 'T', markdown });
    const bare = { ...view, source: 'S' };

    const written = wordsIn(markdown.replaceAll(/\(https:\S*\)/g, ''));
    expect(wordsIn(readerBlocks(article, bare).flat().map(wordsOf).join(' '))).toEqual(written);
    expect(
      wordsIn(
        readerPages(article, bare)
          .map((page) => page.text)
          .join(' '),
      ),
    ).toEqual(written);
  });

  fc.assert(property, { numRuns: 150 });
});

test.each([
  ['quotes', '> '],
  ['lists', '- '],
  ['emphasis', '***a** '],
  ['asterisks', '*'],
  ['underscores', 'a_'],
  ['tildes', '~a'],
  ['brackets', '[a]('],
  ['pictures', '![]('],
  ['backticks', '[`'],
  ['blanks', 'a  \n'],
  ['accents', '\u0301'],
])('200,000 characters of %s are read in no time', (_, part) => {
  const markdown = part.repeat(200_000 / part.length);
  const before = spentMs();

  const pages = readerPages(articleOf({ markdown }), view);

  expect(spentMs() - before).toBeLessThan(5000);
  expect(pages.flatMap((page) => checkText(page, 4000))).toEqual([]);
});

function wordsOf(block: RichBlock): string {
  switch (block.type) {
    case 'divider':
      return '';
    case 'photo':
      return plainText(block.caption?.text ?? '');
    case 'blockquote':
    case 'details':
      return block.blocks.map(wordsOf).join(' ');
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.map(wordsOf)).join(' ');
    case 'table':
      return block.cells
        .flat()
        .map((cell) => plainText(cell.text ?? ''))
        .join(' ');
    default:
      return plainText(block.text);
  }
}
