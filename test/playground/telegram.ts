import { serve } from '@hono/node-server';
import { Api, Bot } from 'grammy';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import { createTelegram, type TelegramOptions } from '../../src/playground/bot-api.ts';
import type { TelegramWorld } from '../../src/playground/world.ts';

export const TOKEN = '42:playground';
export const ANNA = 7;
export const BEN = 8;
export const GROUP = -100;
export const SUPERGROUP = -1_000_000_000_200;
export const FORUM = -1_000_000_000_300;
export const CHANNEL = -1_000_000_000_400;

export type Stage = {
  world: TelegramWorld;
  api: Api;
  /** The playground's own address. */
  url: string;
  /** One plain Bot API call; the answer's JSON. */
  call(method: string, params: object): Promise<Reply>;
  newBot(): Bot;
  /** Turns the clock on. */
  pass(ms: number): void;
  stop(): void;
};

export type Reply = {
  ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  result?: any;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
};

/** A pretended Telegram behind a real port, with Anna in all its chats and Ben in the groups. */
export async function setStage(options: Partial<TelegramOptions> = {}): Promise<Stage> {
  let now = Date.parse('2026-11-25T12:00:00Z');
  const telegram = createTelegram({ now: () => now, token: TOKEN, paced: false, ...options });
  const { world, routes } = telegram;
  const { server, url } = await listen(routes.fetch);
  populate(world);
  const stage: Stage = {
    world,
    url,
    api: new Api(TOKEN, { apiRoot: url }),
    newBot: () => new Bot(TOKEN, { client: { apiRoot: url } }),
    async call(method, params) {
      const answer = await fetch(`${url}/bot${TOKEN}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      });
      return (await answer.json()) as Reply;
    },
    pass(ms) {
      now += ms;
    },
    stop() {
      telegram.stop();
      server.close();
    },
  };
  onTestFinished(stage.stop);
  return stage;
}

export async function picture(
  width: number,
  height: number,
  format: 'png' | 'jpeg' | 'webp' | 'gif',
) {
  const plain = sharp({ create: { width, height, channels: 3, background: '#c33' } });
  return new Uint8Array(await plain.toFormat(format).toBuffer());
}

function populate(world: TelegramWorld): void {
  world.addUser({ id: ANNA, first_name: 'Anna', username: 'anna_a' });
  world.addUser({ id: BEN, first_name: 'Ben', username: 'ben_b', language_code: 'de' });
  const members = { [ANNA]: 'creator', [BEN]: 'member' } as const;
  world.addChat({ id: ANNA, type: 'private' });
  world.addChat({ id: GROUP, type: 'group', title: 'Club', members });
  world.addChat({ id: SUPERGROUP, type: 'supergroup', title: 'Big club', members });
  world.addChat({ id: FORUM, type: 'supergroup', title: 'Forum', members, topics: ['Sport'] });
  const people = { [ANNA]: 'creator', [BEN]: 'subscriber' } as const;
  world.addChat({
    id: CHANNEL,
    type: 'channel',
    title: 'Paper',
    username: 'paper',
    members: people,
    bot: 'administrator',
  });
}

function listen(fetch: (request: Request) => Response | Promise<Response>) {
  return new Promise<{ server: ReturnType<typeof serve>; url: string }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    );
  });
}
