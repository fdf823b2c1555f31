import type dns from 'node:dns';
import { type ServerType, serve } from '@hono/node-server';
import 'sharp';
import { expect } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { createTelegram } from '../src/playground/bot-api.ts';
import type { ShownMessage } from '../src/playground/protocol.ts';
import type { TelegramWorld } from '../src/playground/world.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { openPaper, type Paper } from './paper.ts';

export const OWNER = 1;
export const ANNA = 7;
export const BEN = 8;
export const GROUP = -100;
export const FORUM = -1_000_000_000_300;
export const CHANNEL = -1_000_000_000_400;
export const STARTED_AT = Date.parse('2026-11-25T12:00:00Z');
const TOKEN = '42:test-token';

/** The whole program between a pretended Telegram and a newspaper, with a clock that the test turns. */
export type TestWorld = {
  telegram: TelegramWorld;
  paper: Paper;
  clock: TestClock;
  store: Store;
  logged: Record<string, unknown>[];
  /** One firing of the scheduler, and all that follows from it at once. */
  tick(): Promise<void>;
  /** Time passes, and everything that waits for it happens. */
  pass(ms: number): Promise<void>;
  /** Everything that is under way comes to an end. */
  settle(): Promise<void>;
  /** Somebody writes, and the bot has answered. */
  say(userId: number, chatId: number, text: string): Promise<void>;
  /** Presses the button of that text under the chat's last message that has one. */
  press(userId: number, chatId: number, button: string): ReturnType<TelegramWorld['press']>;
  messages(chatId: number): ShownMessage[];
  /** Texts and captions of what the bot has written in the chat. */
  texts(chatId: number): string[];
  /** First lines of the posts in the chat. */
  titles(chatId: number): string[];
  /** A call of the Bot API with the bot's own token, as from an earlier version of it. */
  call(method: string, params: Record<string, unknown>): Promise<unknown>;
  /** The text of a file that the bot has sent. */
  file(fileId: string): Promise<string>;
  /** `meanwhile`: what happens to the disk while the program is down. */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>;
  end(): Promise<void>;
};

export type TestWorldOptions = {
  settings?: Record<string, string>;
  /** Where the database lies; in memory when not given, and then a restart forgets it. */
  database?: string;
  /** Puts faults into the store. */
  breakStore?: (store: Store) => Store;
  paced?: boolean;
  startedAt?: number;
  /** Somebody else whose requests have to come to an end before it is quiet. */
  neighbour?: { pending: number };
};

export async function createTestWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const clock = createTestClock(options.startedAt ?? STARTED_AT);
  const paper = await openPaper();
  const telegram = createTelegram({ now: clock.now, token: TOKEN, paced: options.paced ?? false });
  populate(telegram.world);
  const server = await listen(telegram.routes.fetch);
  const logged: Record<string, unknown>[] = [];
  const log = createLog((line) => void logged.push(JSON.parse(line)), 'debug');
  const config = configOf({
    TELEGRAM_API_ROOT: server.url,
    ...options.settings,
  });
  let run: { app: App; store: Store; fire: () => void };

  const world: TestWorld = {
    telegram: telegram.world,
    paper,
    clock,
    get store() {
      return run.store;
    },
    logged,
    async tick() {
      run.fire();
      await settle();
    },
    pass: (ms) => clock.advance(ms, settle),
    settle,
    async say(userId, chatId, text) {
      telegram.world.say({ userId, chatId, text });
      await settle();
    },
    async press(userId, chatId, button) {
      const pressed = telegram.world.press({ userId, chatId, ...buttonIn(world, chatId, button) });
      await settle();
      return pressed;
    },
    messages: (chatId) => telegram.world.messages(chatId),
    texts: (chatId) => world.messages(chatId).filter(isOurs).map(textOf),
    titles: (chatId) =>
      world
        .messages(chatId)
        .filter(isPost)
        .map((it) => firstLine(textOf(it))),
    async call(method, params) {
      const answer = await fetch(`${server.url}/bot${TOKEN}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      });
      return ((await answer.json()) as { result: unknown }).result;
    },
    file: async (fileId) => (await fetch(`${server.url}/world/file/${fileId}`)).text(),
    async restart(meanwhile) {
      await stop();
      await meanwhile?.();
      run = await begin();
    },
    async end() {
      await stop();
      telegram.stop();
      server.server.close();
      await paper.close();
    },
  };
  run = await begin();
  return world;

  async function begin() {
    const opened = await openStore(options.database ?? ':memory:');
    const store = options.breakStore?.(opened) ?? opened;
    let fire = () => {};
    const surroundings = {
      clock,
      schedule(_expression: string, tick: () => void) {
        fire = tick;
        return { stop: async () => {} };
      },
      random: () => 0,
      memoryBytes: () => 0,
      lookup: nobodyElse,
    };
    const app = createApp({ config, store, log, surroundings });
    await app.start();
    await settle();
    return { app, store, fire: () => fire() };
  }

  async function stop() {
    const stopped = run.app.stop();
    await settle();
    await stopped;
  }

  /** Quiet: nothing is asked of Telegram or the paper, and nothing begins to be for a while. */
  async function settle(): Promise<void> {
    let quietSince = performance.now();
    for (let quiet = 0; quiet < 40 || performance.now() - quietSince < 12; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      const { pending, unconfirmed, polled } = telegram.world;
      // An update taken up but not confirmed belongs to a handler that waits for the clock.
      const untaken = polled ? unconfirmed : 0;
      const elsewhere = paper.pending + (options.neighbour?.pending ?? 0) + pagesBeingRead();
      if (pending + untaken + elsewhere === 0) continue;
      quiet = 0;
      quietSince = performance.now();
    }
  }
}

/** Entries link to pages anywhere in the world, and a test asks only its own machine. */
const nobodyElse = ((_host: string, _options: object, found: (error: Error) => void) => {
  const error = Object.assign(new Error('There is nobody else'), { code: 'ENOTFOUND' });
  setImmediate(() => found(error));
}) as unknown as typeof dns.lookup;

/** The thread that reads pages keeps the process alive while it has one: its port is among what does. */
function pagesBeingRead(): number {
  return process.getActiveResourcesInfo().filter((it) => it === 'MessagePort').length;
}

/** Nothing of ours may have failed in silence. */
export function expectNoCrash({ logged }: Pick<TestWorld, 'logged'>): void {
  expect(logged.filter(({ event }) => String(event).endsWith('.crashed'))).toEqual([]);
}

function configOf(settings: Record<string, string>) {
  const outcome = parseConfig(
    {
      BOT_TOKEN: TOKEN,
      OWNER_IDS: String(OWNER),
      ACCESS: 'open',
      // Tests do in a second what people do in an hour.
      ...{ QUOTA_FEEDS: '100000', QUOTA_NEW_FEEDS: '100000', QUOTA_REQUESTS: '100000/s' },
      MIN_INTERVAL: '1m',
      MAX_INTERVAL: '1m',
      ALLOWED_ADDRESSES: '127.0.0.0/8',
      ...settings,
    },
    null,
  );
  if (outcome.kind === 'faults') throw new Error(outcome.faults.join(' '));
  return outcome.config;
}

function populate(world: TelegramWorld): void {
  world.addUser({ id: OWNER, first_name: 'Olga', username: 'olga' });
  world.addUser({ id: ANNA, first_name: 'Anna', username: 'anna_a' });
  world.addUser({ id: BEN, first_name: 'Ben', username: 'ben_b', language_code: 'zh-hans' });
  const members = { [ANNA]: 'creator', [BEN]: 'member' } as const;
  for (const id of [OWNER, ANNA, BEN]) world.addChat({ id, type: 'private' });
  world.addChat({ id: GROUP, type: 'group', title: 'Club', members });
  world.addChat({ id: FORUM, type: 'supergroup', title: 'Forum', members, topics: ['Sport'] });
  world.addChat({
    id: CHANNEL,
    type: 'channel',
    title: 'Paper channel',
    username: 'paper_channel',
    members: { [ANNA]: 'creator', [BEN]: 'subscriber' },
    bot: 'administrator',
  });
}

function buttonIn(world: TestWorld, chatId: number, text: string) {
  for (const message of world.messages(chatId).toReversed()) {
    const buttons = message.reply_markup?.inline_keyboard?.flat() ?? [];
    const button = buttons.find((it) => it.text === text && it.callback_data !== undefined);
    if (!button?.callback_data) continue;
    const { message_id: messageId, ephemeral_message_id: ephemeralMessageId } = message;
    return {
      messageId,
      data: button.callback_data,
      ...(ephemeralMessageId !== undefined && { ephemeralMessageId }),
    };
  }
  throw new Error(`There is no button “${text}” in chat ${chatId}`);
}

function isOurs(message: ShownMessage): boolean {
  return message.from?.is_bot === true || message.sender_chat !== undefined;
}

/** A post carries a Read button, or is the plain rung: title, link and all. */
function isPost(message: ShownMessage): boolean {
  const buttons = message.reply_markup?.inline_keyboard?.flat() ?? [];
  return isOurs(message) && buttons.some(({ text }) => text === 'Read' || text === '阅读');
}

function textOf({ text, caption }: ShownMessage): string {
  return text ?? caption ?? '';
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function listen(fetch: (request: Request) => Response | Promise<Response>) {
  return new Promise<{ server: ServerType; url: string }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    );
  });
}
