import { InputFile } from 'grammy';
import { describe, expect, test } from 'vitest';
import { ANNA, picture, SUPERGROUP, setStage } from './telegram.ts';

const paragraph = { type: 'paragraph', text: 'a' };
const deep = (levels: number): object =>
  levels === 1 ? paragraph : { type: 'blockquote', blocks: [deep(levels - 1)] };
const formatted = (levels: number) => ({
  type: 'paragraph',
  text: Array(levels)
    .fill(null)
    .reduce<object | string>((text) => [{ type: 'bold', text }], 'a'),
});
const photo = { type: 'photo', photo: { type: 'photo', media: 'attach://p' } };

describe('what TDLib refuses before anything leaves', () => {
  test.each([
    [[], 'rich message must be non-empty'],
    [[null], 'block must be non-empty'],
    [[{ type: 'banner' }], "can't parse InputRichBlock: Unsupported block type"],
    [[{ type: 'heading', text: 'a', size: 7 }], 'invalid section heading size specified'],
    [[{ type: 'list', items: [] }], 'list must be non-empty'],
    [
      [{ type: 'list', items: [{ blocks: [paragraph], value: 1 }, { blocks: [paragraph] }] }],
      'list must be either ordered or unordered',
    ],
    [
      [{ type: 'list', items: [{ blocks: [paragraph], type: 'x' }] }],
      'invalid list item type specified',
    ],
    [[{ type: 'table', cells: [[null]] }], 'table cell must be non-empty'],
    [[{ type: 'map', location: { latitude: 91, longitude: 0 } }], 'invalid location specified'],
    [
      [
        {
          type: 'map',
          location: { latitude: 1, longitude: 1 },
          zoom: 25,
          width: 10,
          height: 10,
        },
      ],
      'invalid map properties specified',
    ],
    [[{ type: 'thinking', text: 'a' }], 'block is not allowed'],
    [[{ type: 'collage', blocks: [paragraph] }], 'block is not allowed'],
    [[{ type: 'photo', photo: { type: 'video', media: 'x' } }], 'unallowed media specified'],
    [
      [{ type: 'paragraph', text: { type: 'plain', text: 'a' } }],
      "can't parse RichText: Unsupported rich text type",
    ],
    [
      [{ type: 'paragraph', text: { type: 'custom_emoji', custom_emoji_id: 'x' } }],
      'invalid custom emoji identifier specified',
    ],
    [[{ type: 'paragraph', text: '\ud800' }], 'rich text must be encoded in UTF-8'],
    [[deep(2000)], 'RICH_MESSAGE_DEPTH_TOO_MUCH'],
    [[formatted(16)], 'RICH_MESSAGE_DEPTH_TOO_MUCH'],
    [[{ type: 'constructor' }], "can't parse InputRichBlock: Unsupported block type"],
  ])('case %#: %s', async (blocks, description) => {
    const { call } = await setStage();

    // An unknown chat: the shape is looked at first, as on the true server.
    const reply = await call('sendRichMessage', { chat_id: 99, rich_message: { blocks } });

    expect(reply.description).toBe(`Bad Request: ${description}`);
  });

  test.each(['html', 'markdown'])('%s is refused loudly', async (form) => {
    const { call } = await setStage();

    const reply = await call('sendRichMessage', {
      chat_id: ANNA,
      rich_message: { [form]: '<p>a</p>' },
    });

    expect(reply.description).toBe(
      'Bad Request: playground: rich messages by html or markdown are not emulated, send blocks',
    );
  });
});

describe('what the server refuses', () => {
  const link = (url: string) => ({ type: 'paragraph', text: { type: 'url', text: 'a', url } });
  test.each([
    ['an empty paragraph', [{ type: 'paragraph', text: '' }], 'RICH_MESSAGE_CONTENT_REQUIRED'],
    [
      'an unseen paragraph',
      [{ type: 'paragraph', text: ['\u200b', { type: 'bold', text: ' ' }] }],
      'RICH_MESSAGE_CONTENT_REQUIRED',
    ],
    ['a wrong field', [{ type: 'paragraph', txt: 'a' }], 'RICH_MESSAGE_CONTENT_REQUIRED'],
    ['an empty quote', [{ type: 'blockquote', blocks: [] }], 'RICH_MESSAGE_CONTENT_REQUIRED'],
    [
      'an empty list entry',
      [{ type: 'list', items: [{ blocks: [] }] }],
      'RICH_MESSAGE_CONTENT_REQUIRED',
    ],
    ['a relative link', [link('/a')], 'RICH_MESSAGE_URL_INVALID'],
    ['a script link', [link('javascript:alert(1)')], 'RICH_MESSAGE_URL_INVALID'],
    ['a file link', [link('file:///etc/passwd')], 'RICH_MESSAGE_URL_INVALID'],
    [
      'too much text',
      Array(2).fill({ type: 'paragraph', text: 'a'.repeat(16_385) }),
      'RICH_MESSAGE_TOO_LONG',
    ],
    ['501 blocks', Array(501).fill(paragraph), 'RICH_MESSAGE_BLOCKS_TOO_MUCH'],
    [
      'rows as blocks',
      [{ type: 'table', cells: Array(500).fill([{ text: 'a' }]) }],
      'RICH_MESSAGE_BLOCKS_TOO_MUCH',
    ],
    [
      '21 columns',
      [{ type: 'table', cells: [Array(21).fill({ text: 'a' })] }],
      'RICH_MESSAGE_TABLE_COLUMNS_TOO_MUCH',
    ],
    ['51 media', Array(51).fill(photo), 'RICH_MESSAGE_MEDIA_TOO_MUCH'],
    ['17 levels', [deep(17)], 'RICH_MESSAGE_DEPTH_TOO_MUCH'],
  ])('%s', async (_name, blocks, code) => {
    const { call } = await setStage();

    const reply = await call('sendRichMessage', { chat_id: ANNA, rich_message: { blocks } });

    expect(reply.description).toBe(`Bad Request: ${code}`);
  });

  test('but everything at its limit passes', async () => {
    const { call, world } = await setStage();
    const blocks = [deep(16), formatted(15), ...Array(483).fill(paragraph)];

    expect((await call('sendRichMessage', { chat_id: ANNA, rich_message: { blocks } })).ok).toBe(
      true,
    );
    expect(world.lints).toEqual([]);
  });
});

test('a rich message comes back as blocks, its pictures as photos', async () => {
  const { api } = await setStage();
  const media = new InputFile(await picture(64, 48, 'jpeg'), 'a.jpg');

  const message = await api.sendRichMessage(SUPERGROUP, {
    blocks: [
      { type: 'heading', size: 2, text: 'Title' },
      { type: 'paragraph', text: ['By ', { type: 'mention', text: '@someone' } as never] },
      { type: 'photo', photo: { type: 'photo', media }, caption: { text: 'A square' } },
    ],
    skip_entity_detection: true,
  });

  expect(message).not.toHaveProperty('text');
  expect(message.rich_message?.blocks).toMatchObject([
    { type: 'heading', size: 2, text: 'Title' },
    { type: 'paragraph', text: ['By ', '@someone'] },
    { type: 'photo', photo: [{ width: 64, height: 48 }], caption: { text: 'A square' } },
  ]);
});

test('a single string is cut at 35000 bytes, silently and between symbols', async () => {
  const { call } = await setStage();
  const blocks = [{ type: 'paragraph', text: `a${'я'.repeat(20_000)}` }];

  const { result } = await call('sendRichMessage', { chat_id: ANNA, rich_message: { blocks } });

  expect(result.rich_message.blocks[0].text).toBe(`a${'я'.repeat(17_499)}`);
});

test('what is above our own budget passes with a lint', async () => {
  const { api, world } = await setStage();
  const media = new InputFile(await picture(10, 10, 'png'), 'a.png');
  const block = { type: 'photo', photo: { type: 'photo', media } } as const;

  await api.sendRichMessage(ANNA, {
    blocks: [...Array(21).fill(block), { type: 'paragraph', text: 'a'.repeat(7501) }],
  });

  expect(world.lints).toEqual([
    '21 media in a rich message, 20 survive',
    '7501 characters in a rich message, clients fold them beyond 7500',
  ]);
});

test('muted and refused pictures are refused as Telegram says it', async () => {
  const { call, world } = await setStage();
  const send = (blocks: object[]) =>
    call('sendRichMessage', { chat_id: SUPERGROUP, rich_message: { blocks } });
  world.throwSwitch({ chatId: SUPERGROUP, name: 'refusePictures', on: true });

  const refused = await send([photo]);
  world.throwSwitch({ chatId: SUPERGROUP, name: 'mute', on: true });
  const muted = await send([paragraph]);

  expect(refused.description).toBe('Bad Request: IMAGE_PROCESS_FAILED');
  expect(muted.description).toBe(
    'Bad Request: not enough rights to send the rich message to the chat',
  );
});
