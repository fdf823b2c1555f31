import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RichBlock } from '../../src/model/rich.ts';
import type { Rung } from '../../src/model.ts';
import { checkBlocks } from '../../src/post/check.ts';
import { MAX_DEPTH } from '../../src/post/limits.ts';
import { renderPost } from '../../src/post/render.ts';
import type { PostView } from '../../src/post/words.ts';
import { anyArticle, articleOf } from './samples.ts';

const view: PostView = {
  ...{ source: 'The Paper', category: 'world', timeZone: 'Europe/Paris', locale: 'en-GB' },
  ...{ style: 'rich', summary: 'normal', hashtags: 'on', template: null },
  buttons: { read: { text: 'Read', data: 'r:17' }, open: 'Open', whole: 'All of it' },
};
const buttons = [
  [
    { text: 'Read', data: 'r:17' },
    { text: 'Open', url: 'https://paper.example/harbour' },
  ],
];

type Rich = Extract<Rung, { kind: 'rich' }>;
const richOf = (fields: Parameters<typeof articleOf>[0], changes: Partial<PostView> = {}) =>
  renderPost(articleOf(fields), { ...view, ...changes }).rungs.filter(
    (rung): rung is Rich => rung.kind === 'rich',
  );

const photo: RichBlock = {
  type: 'photo',
  photo: { type: 'photo', media: 'https://paper.example/harbour.jpg' },
};
const head: RichBlock[] = [
  { type: 'heading', size: 1, text: 'Harbour reopens' },
  { type: 'paragraph', text: 'Ships may enter again. The storm is over.' },
  { type: 'footer', text: 'The Paper · 27 Jun 2023, 15:45 · #The_Paper #world' },
];
const folded = (...blocks: RichBlock[]): RichBlock => ({
  ...{ type: 'details', summary: 'All of it', blocks },
});

test('a rich post has picture, title, lead, signature, and the article folded in', () => {
  const text = folded({ type: 'paragraph', text: 'It was a long night.' });

  expect(richOf({ markdown: 'It was a long night.' })).toEqual([
    { kind: 'rich', blocks: [photo, ...head, text], direction: 'ltr', buttons },
    { kind: 'rich', blocks: [...head, text], direction: 'ltr', buttons },
  ]);
});

test('below it on the ladder are the same words as photo, preview, text and plain text', () => {
  const kinds = renderPost(articleOf(), view).rungs.map(({ kind }) => kind);

  expect(kinds).toEqual(['rich', 'rich', 'photo', 'preview', 'text', 'plain']);
});

test('an article that says no more than its lead is not folded in', () => {
  const markdown = 'Ships may enter again. The storm is over.';

  expect(richOf({ markdown, picture: null })).toMatchObject([{ blocks: head }]);
});

test('of a long article as much is folded in as there is room for', () => {
  const markdown = Array(200).fill('Sentence after sentence is written here. ').join('\n\n');
  const [{ blocks } = { blocks: [] }] = richOf({ markdown, picture: null });
  const details = blocks.at(-1);

  expect(checkBlocks(blocks)).toEqual([]);
  expect(details?.type === 'details' && details.blocks.length).toBe(185);
  expect(details?.type === 'details' && details.blocks.at(-1)).toEqual({
    ...{ type: 'paragraph', text: '…' },
  });
});

test('pictures of the article are folded in with it, and left out where pictures are', () => {
  const markdown = 'One.\n\n![A crane](https://paper.example/crane.jpg)\n\nTwo.';
  const [whole, bare] = richOf({ markdown });

  expect(JSON.stringify(whole)).toContain('crane.jpg');
  expect(JSON.stringify(bare)).not.toContain('photo');
  expect(JSON.stringify(bare)).toContain('Two.');
});

test('an Arabic article is written from right to left', () => {
  const title = 'إعادة فتح الميناء';

  expect(richOf({ title, picture: null })).toMatchObject([{ direction: 'rtl' }]);
});

test('whatever a feed writes, Telegram takes the rich message', () => {
  const property = fc.property(anyArticle, (article) => {
    for (const rung of renderPost(article, view).rungs) {
      if (rung.kind === 'rich') expect(checkBlocks(rung.blocks)).toEqual([]);
    }
  });
  fc.assert(property, { numRuns: 400 });
});

test('the deepest quote in a folded article is within the depth that Telegram shows', () => {
  const markdown = `${'> '.repeat(MAX_DEPTH)}**_deep_**`;

  for (const { blocks } of richOf({ markdown })) expect(checkBlocks(blocks)).toEqual([]);
});
