import { describe, expect, test } from 'vitest';
import type { RichBlock, RichText } from '../../src/model/rich.ts';
import type { TextEntity } from '../../src/model.ts';
import { checkBlocks, checkText } from '../../src/post/check.ts';

const bold = (offset: number, length: number): TextEntity => ({ type: 'bold', offset, length });
const link = (offset: number, url = 'https://a.example/'): TextEntity => ({
  type: 'text_link',
  offset,
  length: 2,
  url,
});

describe('checkText', () => {
  test('a sound text has no faults', () => {
    expect(checkText({ text: 'a😀b', entities: [bold(1, 2)] }, 4)).toEqual([]);
  });

  test.each<[string, TextEntity[], string[]]>([
    ['abcde', [], ['5 of 4 characters']],
    [' \u200b', [], ['nothing to see']],
    ['a\u202e', [], ['characters that Telegram removes']],
    ['abc', [bold(2, 2)], ['bold: outside the text']],
    ['abc', [bold(1, 0)], ['bold: outside the text']],
    ['a😀b', [bold(2, 2)], ['bold: inside a character']],
    ['abc', [link(0), link(1)], ['links overlap']],
    ['abc', [link(0, 'tg://x')], ['text_link: links to tg://x']],
    ['a', Array(91).fill(bold(0, 1)), ['91 entities']],
  ])('%j', (text, entities, faults) => {
    expect(checkText({ text, entities }, 4)).toEqual(faults);
  });
});

describe('checkBlocks', () => {
  const paragraph = (text: RichText): RichBlock => ({ type: 'paragraph', text });
  const photo: RichBlock = {
    type: 'photo',
    photo: { type: 'photo', media: 'https://a.example/b' },
  };
  const deep = (levels: number): RichText =>
    levels === 0 ? 'a' : { type: 'bold', text: deep(levels - 1) };

  test.each<[string, RichBlock[], string[]]>([
    ['7,500 characters', [paragraph('a'.repeat(7500))], []],
    ['8 levels', [paragraph(deep(7))], []],
    ['20 photos', Array(20).fill(photo), []],
    ['9 levels', [paragraph(deep(8))], ['9 levels']],
    ['no blocks', [], ['no blocks']],
    ['an empty text', [paragraph(['', ' '])], ['empty text']],
    ['an empty quote', [{ type: 'blockquote', blocks: [] }], ['empty quote']],
    ['an empty list', [{ type: 'list', items: [] }], ['empty list']],
    ['an empty entry', [{ type: 'list', items: [{ blocks: [] }] }], ['empty list entry']],
    [
      'a list partly numbered',
      [{ type: 'list', items: [{ blocks: [photo] }, { blocks: [photo], type: '1', value: 2 }] }],
      ['list partly numbered'],
    ],
    [
      '21 columns',
      [
        {
          type: 'table',
          is_bordered: true,
          cells: [Array(21).fill({ align: 'left', valign: 'top' })],
        },
      ],
      ['too many columns'],
    ],
    ['a link without a host', [paragraph({ type: 'url', text: 'a', url: '/b' })], ['link to /b']],
  ])('%s', (_, blocks, faults) => {
    expect(checkBlocks(blocks)).toEqual(faults);
  });

  test.each<[string, RichBlock[]]>([
    ['7,501 characters', [paragraph('a'.repeat(7501))]],
    ['21 photos', Array(21).fill(photo)],
    ['451 blocks', Array(451).fill(paragraph('a'))],
  ])('%s are too many', (_, blocks) => {
    expect(checkBlocks(blocks)[0]).toMatch(/^too large/);
  });
});
