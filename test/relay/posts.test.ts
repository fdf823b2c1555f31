import { beforeEach, expect, test } from 'vitest';
import type { Button, Rung } from '../../src/model.ts';
import { lookOf } from '../../src/relay/look.ts';
import { postFor } from '../../src/relay/posts.ts';
import type { Chat } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { article, meet, NOW } from '../store/content.ts';
import { emptyStore } from '../store/seed.ts';

const READABLE = {
  token: 'abc',
  feedTitle: 'The Paper',
  wished: {
    ...{ feedStyle: null, feedSummary: null, feedCategory: null },
    ...{ ownStyle: null, ownSummary: null, ownHashtags: null, ownTemplate: null },
  },
  article: { ...article('Headline'), link: 'https://example.org/one', published: NOW },
};

let store: Store;

beforeEach(async () => {
  store = await emptyStore();
});

function rungs(chat: Chat): Rung[] {
  const none = () => '';
  const others = {
    locale: 'en-GB',
    whole: 'All of it',
    notice: none,
    also: none,
    bundle: none,
    bundleRest: none,
  };
  const words = ({ language }: Chat) =>
    language === 'zh'
      ? { read: '阅读', open: '打开', ...others }
      : { read: 'Read', open: 'Open', ...others };
  const deps = { words, defaultTimeZone: 'Europe/Paris', botUsername: () => 'paper_bot' };
  return postFor(chat, READABLE, deps).rungs;
}

function buttonsOf([best]: Rung[]): Button[] {
  return best && 'buttons' in best ? best.buttons.flat() : [];
}

const textOf = ([best]: Rung[]) => (best?.kind === 'preview' ? best.body.text : '');

test.each(['private', 'group', 'supergroup'] as const)(
  'in a %s the Read button is pressed where it stands',
  async (kind) => {
    const chat = await meet(store, 7, kind);

    expect(buttonsOf(rungs(chat))).toEqual([
      { text: 'Read', data: 'r:abc' },
      { text: 'Open', url: 'https://example.org/one' },
      { text: '⋯', data: 'm:abc' },
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

  expect(buttonsOf(rungs(chat)).map(({ text }) => text)).toEqual(['阅读', '打开', '⋯']);
});

test('the time is the chat’s, else the default zone’s', async () => {
  const chat = await meet(store, 7);

  expect(textOf(rungs(chat))).toMatch(/The Paper .*13:00/);
  expect(textOf(rungs({ ...chat, timeZone: 'Asia/Tokyo' }))).toMatch(/The Paper .*21:00/);
});

test('style, length, hashtags and template are the subscription’s, else the chat’s, else the feed’s', async () => {
  const chat = await meet(store, 7);
  const wished = { ...READABLE.wished, feedStyle: 'link', feedSummary: 'long' } as const;
  const own = { ownStyle: 'rich', ownSummary: 'normal', ownHashtags: 'off' } as const;
  const chosen = { ...chat, style: 'text', summary: 'short', hashtags: 'on' } as const;

  expect(lookOf(chat, READABLE.wished)).toEqual({
    ...{ style: 'picture', summary: 'normal', hashtags: 'off', template: null },
  });
  expect(lookOf(chat, wished)).toMatchObject({ style: 'link', summary: 'long' });
  expect(lookOf(chosen, wished)).toMatchObject({
    ...{ style: 'text', summary: 'short', hashtags: 'on' },
  });
  expect(lookOf(chosen, { ...wished, ...own, ownTemplate: '{title}' })).toEqual({
    ...{ style: 'rich', summary: 'normal', hashtags: 'off', template: '{title}' },
  });
});
