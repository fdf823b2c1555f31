import type dns from 'node:dns';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { type ServerType, serve } from '@hono/node-server';
import 'sharp';
import { expect } from 'vitest';
import type { Surroundings } from '../src/app/surroundings.ts';
import { type App, createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { createTelegram } from '../src/playground/bot-api.ts';
import type { ShownMessage } from '../src/playground/protocol.ts';
import type { TelegramWorld } from '../src/playground/world.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { emptyMemory } from './database.ts';
import { openPaper, type Paper } from './paper.ts';
import { underWay } from './quiet.ts';

export const OWNER = 1;
export const ANNA = 7;
export const BEN = 8;
export const GROUP = -100;
export const FORUM = -1_000_000_000_300;
export const CHANNEL = -1_000_000_000_400;
export const STARTED_AT = Date.parse('2026-11-25T12:00:00Z');
const TOKEN = '42:test-token';
const PROFILE = 'profile:42';
/** More than lie between an answer and what follows from it. */
const TURNS = 40;

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
  /** Others may share the database: it tells them that it lives whenever this lets it act. */
  beat?: NonNullable<Surroundings['beat']>;
  /** What is left of the disk; as much as one likes when not given. */
  freeBytes?: () => number;
  /** Somebody else whose requests have to come to an end before it is quiet. */
  neighbour?: { pending: number };
  /** What the bot is was told to Telegram by an earlier run: a hundred calls that few tests are about. */
  profile?: 'told' | 'untold';
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
    const opened = await openStore(options.database ?? (await emptyMemory()));
    if (options.profile !== 'untold') await opened.notes.set(PROFILE, await toldByAnEarlierRun());
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
      freeBytes: async () => options.freeBytes?.() ?? Number.POSITIVE_INFINITY,
      lookup: nobodyElse,
      ...(options.beat && { beat: options.beat }),
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

  /** Nothing is under way, and nothing begins in some turns of the event loop. */
  async function settle(): Promise<void> {
    for (let quiet = 0, busy = 0; quiet < TURNS; ) {
      // What takes long is waited for without a hurry: it may need the processor.
      await (busy < TURNS ? nextTurn() : sleep(1));
      [quiet, busy] = isBusy() ? [0, busy + 1] : [quiet + 1, 0];
    }
  }

  function isBusy(): boolean {
    const { pending, unconfirmed, polled } = telegram.world;
    // An update taken up but not confirmed belongs to a handler that waits for the clock.
    const untaken = polled ? unconfirmed : 0;
    const elsewhere = paper.pending + (options.neighbour?.pending ?? 0);
    return pending + untaken + elsewhere + underWay() > 0;
  }
}

let told: Promise<unknown> | undefined;

function toldByAnEarlierRun(): Promise<unknown> {
  told ??= introduceOnce();
  return told;
}

async function introduceOnce(): Promise<unknown> {
  const world = await createTestWorld({ profile: 'untold' });
  await world.pass(1_000);
  const marks = await world.store.notes.get(PROFILE);
  await world.end();
  return marks;
}

/** Entries link to pages anywhere in the world, and a test asks only its own machine. */
const nobodyElse = ((_host: string, _options: object, found: (error: Error) => void) => {
  const error = Object.assign(new Error('There is nobody else'), { code: 'ENOTFOUND' });
  setImmediate(() => found(error));
}) as unknown as typeof dns.lookup;

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
