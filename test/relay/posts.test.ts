import { beforeEach, expect, test } from 'vitest';
import type { Button, Rung } from '../../src/model.ts';
import { postFor } from '../../src/relay/posts.ts';
import type { Chat } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { article, emptyStore, meet, NOW } from '../store/seed.ts';

const READABLE = {
  token: 'abc',
  feedTitle: 'The Paper',
  article: { ...article('Headline'), link: 'https://example.org/one', published: NOW },
};

let store: Store;

beforeEach(async () => {
  store = await emptyStore();
});

function rungs(chat: Chat): Rung[] {
  const notice = () => 'a notice';
  const words = ({ language }: Chat) =>
    language === 'zh'
      ? { read: '阅读', open: '打开', notice }
      : { read: 'Read', open: 'Open', notice };
  const deps = { words, defaultTimeZone: 'Europe/Paris', botUsername: () => 'paper_bot' };
  return postFor(chat, READABLE, deps).rungs;
}

function buttonsOf([best]: Rung[]): Button[] {
  return best && best.kind !== 'plain' ? best.buttons.flat() : [];
}

const textOf = ([best]: Rung[]) => (best?.kind === 'preview' ? best.body.text : '');

test.each(['private', 'group', 'supergroup'] as const)(
  'in a %s the Read button is pressed where it stands',
  async (kind) => {
    const chat = await meet(store, 7, kind);

    expect(buttonsOf(rungs(chat))).toEqual([
      { text: 'Read', data: 'r:abc' },
      { text: 'Open', url: 'https://example.org/one' },
    ]);
  },
);

test('in a channel it leads to the bot’s private chat', async () => {
  const chat = await meet(store, -300, 'channel');

  expect(buttonsOf(rungs(chat))[0]).toEqual({
    text: 'Read',
    url: 'https://t.me/paper_bot?start=r_abc',
  });
});

test('the words on the buttons are in the chat’s language', async () => {
  const chat = { ...(await meet(store, 7)), language: 'zh' };

  expect(buttonsOf(rungs(chat)).map(({ text }) => text)).toEqual(['阅读', '打开']);
});

test('the time is the chat’s, else the default zone’s', async () => {
  const chat = await meet(store, 7);

  expect(textOf(rungs(chat))).toMatch(/The Paper .*13:00/);
  expect(textOf(rungs({ ...chat, timeZone: 'Asia/Tokyo' }))).toMatch(/The Paper .*21:00/);
});
