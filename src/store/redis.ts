import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { Hookified } from 'hookified';
import {
  type KeyvStorageAdapter,
  type KeyvStorageCapability,
  type KeyvStorageEntry,
  keyvStorageCapability,
} from 'keyv';

const CONNECT_MS = 5_000;
/** A server that does not answer has not taken anything. */
const ANSWER_MS = 5_000;
const AGAIN_MS = 1_000;

type Client = Pick<ReturnType<typeof createClient>, 'get' | 'set' | 'del'>;

export type Redis = { keyvStore: KeyvStorageAdapter; close(): Promise<void> };

/** Connects to a Redis or Valkey server; rejects when it is not there. Afterwards it is looked for again and again, and
 *  until it is found every question fails: what could not be read is never “not there”. */
export async function openRedis(url: string): Promise<Redis> {
  const client = createClient({
    ...{ url, disableOfflineQueue: true },
    // At the start nobody waits for it: whoever set the address is told.
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: () => (isThere ? AGAIN_MS : false) },
  });
  let isThere = false;
  // Each question that it leaves without an answer fails by itself.
  client.on('error', () => {});
  await client.connect();
  isThere = true;
  return {
    keyvStore: new RedisKeyvStore(client),
    close: async () => client.destroy(),
  };
}

/** Keyv's storage on such a server. */
class RedisKeyvStore extends Hookified implements KeyvStorageAdapter {
  /** Set by Keyv. */
  namespace: string | undefined;
  readonly #client: Client;

  constructor(client: Client) {
    super({ throwOnEmptyListeners: false });
    this.#client = client;
  }

  get capabilities(): KeyvStorageCapability {
    return keyvStorageCapability(this);
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    const value = await inTime(this.#client.get(this.#full(key)));
    return (value ?? undefined) as Value | undefined;
  }

  getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    return Promise.all(keys.map((key) => this.get<Value>(key)));
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  hasMany(keys: string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.has(key)));
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    const until =
      expires === undefined ? {} : { expiration: { type: 'PXAT', value: expires } as const };
    return (await inTime(this.#client.set(this.#full(key), String(value), until))) === 'OK';
  }

  setMany<Value>(entries: KeyvStorageEntry<Value>[]): Promise<boolean[]> {
    return Promise.all(entries.map(({ key, value, expires }) => this.set(key, value, expires)));
  }

  async delete(key: string): Promise<boolean> {
    return (await inTime(this.#client.del(this.#full(key)))) === 1;
  }

  deleteMany(keys: string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.delete(key)));
  }

  async clear(): Promise<void> {
    throw new Error('Nobody forgets a whole ledger');
  }

  #full(key: string): string {
    return `telewire:${this.namespace ?? ''}:${key}`;
  }
}

/** The client itself waits for ever for a server that has taken a question and says nothing. */
async function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const waited = new AbortController();
  const late = sleep(ANSWER_MS, undefined, { signal: waited.signal }).then(() => {
    throw new Error('The ledger does not answer');
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    late.catch(() => {});
    asked.catch(() => {});
    waited.abort();
  }
}
