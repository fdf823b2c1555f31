import { Hookified } from 'hookified';
import {
  type KeyvStorageAdapter,
  type KeyvStorageCapability,
  type KeyvStorageEntry,
  keyvStorageCapability,
} from 'keyv';
import { pages } from './pages.ts';
import type { Database } from './schema.ts';
import { together } from './together.ts';

/**
 * Keyv's storage over the store's own handle. A second connection to the same SQLite file would block the event
 * loop while a transaction waits for that very loop; the raw handle would lose writes to a rollback.
 */
export class DatabaseKeyvStore extends Hookified implements KeyvStorageAdapter {
  /** Set by Keyv; the same key in two namespaces is two rows. */
  namespace: string | undefined;
  readonly #db: Database;
  /** One sync to disk serves all that are set at the same time; each resolves when it is durable. */
  readonly #write: (entry: KeyvStorageEntry<unknown>) => Promise<void>;

  constructor(db: Database) {
    super({ throwOnEmptyListeners: false });
    this.#db = db;
    this.#write = together(async (entries) => void (await this.setMany(entries)));
  }

  get capabilities(): KeyvStorageCapability {
    return keyvStorageCapability(this);
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    const [value] = await this.getMany<Value>([key]);
    return value;
  }

  async getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    const found = new Map<string, string>();
    for (const page of pages(keys)) {
      // Expired rows too: Keyv itself looks at the expiry of what it reads.
      const rows = await this.#db
        .selectFrom('kv')
        .select(['key', 'value'])
        .where('ns', '=', this.#ns)
        .where('key', 'in', page)
        .execute();
      for (const { key, value } of rows) found.set(key, value);
    }
    return keys.map((key) => found.get(key) as Value | undefined);
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    const values = await this.getMany(keys);
    return values.map((value) => value !== undefined);
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    await this.#write({ key, value, ...(expires !== undefined && { expires }) });
    return true;
  }

  async setMany<Value>(entries: KeyvStorageEntry<Value>[]): Promise<boolean[]> {
    // PostgreSQL refuses to touch one row twice in one statement: the last value of a repeated key stands.
    const last = new Map(entries.map((entry) => [entry.key, entry]));
    const rows = [...last.values()].map(({ key, value, expires }) => {
      return { ns: this.#ns, key, value: String(value), expires: expires ?? null };
    });
    for (const page of pages(rows)) {
      await this.#db
        .insertInto('kv')
        .values(page)
        .onConflict((conflict) =>
          conflict.columns(['ns', 'key']).doUpdateSet((eb) => ({
            value: eb.ref('excluded.value'),
            expires: eb.ref('excluded.expires'),
          })),
        )
        .execute();
    }
    return entries.map(() => true);
  }

  async delete(key: string): Promise<boolean> {
    const [deleted] = await this.deleteMany([key]);
    return deleted === true;
  }

  async deleteMany(keys: string[]): Promise<boolean[]> {
    const deleted = new Set<string>();
    for (const page of pages(keys)) {
      const rows = await this.#db
        .deleteFrom('kv')
        .where('ns', '=', this.#ns)
        .where('key', 'in', page)
        .returning('key')
        .execute();
      for (const { key } of rows) deleted.add(key);
    }
    return keys.map((key) => deleted.has(key));
  }

  async clear(): Promise<void> {
    await this.#db.deleteFrom('kv').where('ns', '=', this.#ns).execute();
  }

  get #ns(): string {
    return this.namespace ?? '';
  }
}
