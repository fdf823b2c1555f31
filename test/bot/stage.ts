import { expect } from 'vitest';
import type { PressAnswer, Say, ShownMessage } from '../../src/playground/protocol.ts';
import {
  createTestWorld,
  expectNoCrash,
  OWNER,
  type TestWorld,
  type TestWorldOptions,
} from '../world.ts';

/** Somebody whom neither the bot nor any group knows. */
export const STRANGER = 9;

/** A test world in which nobody waits for the pace, and in which people do what a conversation needs. */
export type Stage = TestWorld & {
  /** Somebody writes in a topic, as a reply, or anonymously. */
  write(said: Say): Promise<void>;
  /** Opens a deep link of the bot. */
  open(userId: number, payload: string): Promise<void>;
  /** Presses a button that was never shown, under the bot's last message in the chat that everybody sees. */
  forge(userId: number, chatId: number, data: string): Promise<PressAnswer>;
  /** The bot's last message in the chat. */
  last(chatId: number): ShownMessage;
  /** Its text. */
  said(chatId: number): string;
  /** Texts of its buttons. */
  buttons(chatId: number): string[];
  /** Puts a feed of the newspaper's site into the catalogue, with entries of these titles, and answers its URL. */
  stock(title: string, entries?: string[]): Promise<string>;
  presses: number;
};

export async function setStage(
  settings: Record<string, string> = {},
  options: Pick<TestWorldOptions, 'database' | 'profile'> = {},
): Promise<Stage> {
  const fast = { RATE_GLOBAL: '10000/s', RATE_CHAT: '10000/s', RATE_GROUP: '10000/s' };
  const world = await createTestWorld({
    settings: { ...fast, ...settings },
    ...options,
  });
  const { telegram, paper } = world;
  telegram.addUser({ id: STRANGER, first_name: 'Stan' });
  telegram.addChat({ id: STRANGER, type: 'private' });
  let stocked = 0;

  const stage: Stage = Object.assign(Object.create(world) as TestWorld, {
    presses: 0,
    async write(said: Say) {
      telegram.say(said);
      await world.settle();
    },
    async open(userId: number, payload: string) {
      telegram.start({ userId, payload });
      await world.settle();
    },
    async press(userId: number, chatId: number, button: string) {
      stage.presses += 1;
      return world.press(userId, chatId, button);
    },
    async forge(userId: number, chatId: number, data: string) {
      stage.presses += 1;
      const { message_id: messageId } = lastOf(world, chatId, 'seen by all');
      const answered = telegram.press({ userId, chatId, messageId, data });
      await world.settle();
      return answered;
    },
    last: (chatId: number) => lastOf(world, chatId),
    said(chatId: number) {
      const { text, caption } = stage.last(chatId);
      return text ?? caption ?? '';
    },
    buttons: (chatId: number) =>
      (stage.last(chatId).reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text),
    async stock(title: string, entries: string[] = []) {
      stocked += 1;
      const url = `${paper.url}/stock/${stocked}.xml`;
      paper.answerNext(feed(title, entries));
      await world.say(OWNER, OWNER, `/addfeed ${url}`);
      return url;
    },
  });
  return stage;
}

/** Ends the stage: nothing crashed, every press was answered once, and nothing above Telegram's limits was sent. */
export async function clear(stage: Stage): Promise<void> {
  const acknowledgements = stage.telegram.calls.filter(
    ({ method }) => method === 'answerCallbackQuery',
  );
  const answered = acknowledgements.map(({ params }) => params.callback_query_id);
  const refused = acknowledgements
    .map(({ answer }) => JSON.stringify(answer))
    .filter((answer) => !/"ok":true|query is too old"/.test(answer));
  const { lints } = stage.telegram;
  await stage.end();
  expectNoCrash(stage);
  expect(refused).toEqual([]);
  expect(new Set(answered).size).toBe(answered.length);
  expect(answered).toHaveLength(stage.presses);
  expect(lints).toEqual([]);
}

/** What a site answers for a feed of that title. */
export function feed(title: string, entries: string[] = []) {
  const items = entries.map(
    (entry) =>
      `<item><guid isPermaLink="false">${title}/${entry}</guid><title>${escaped(entry)}</title>` +
      `<link>https://example.org/${encodeURIComponent(entry)}</link>` +
      `<description>${escaped(entry)}: one, two, three.</description></item>`,
  );
  return {
    status: 200,
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>${escaped(title)}</title><link>https://example.org/</link>${items.join('')}</channel></rss>`,
  };
}

/** What a site answers for a page that names these feeds. */
export function page(...feeds: { title: string; href: string }[]) {
  const links = feeds.map(
    ({ title, href }) =>
      `<link rel="alternate" type="application/rss+xml" title="${escaped(title)}" href="${href}">`,
  );
  return {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<html><head><title>Site</title>${links.join('')}</head><body>Hello</body></html>`,
  };
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function lastOf(world: TestWorld, chatId: number, which?: 'seen by all'): ShownMessage {
  const isOurs = ({ from, sender_chat }: ShownMessage) => from?.is_bot || sender_chat;
  const isMeant = (it: ShownMessage) =>
    which === undefined || it.ephemeral_message_id === undefined;
  const last = world
    .messages(chatId)
    .findLast((it) => isOurs(it) && it.service === undefined && isMeant(it));
  if (!last) throw new Error(`The bot has said nothing in chat ${chatId}`);
  return last;
}
