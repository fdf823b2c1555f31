import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { isPostgres, isPostgresUrl } from './dialect.ts';
import { migrations } from './migrations.ts';
import { patiently, postgresDialect } from './postgres.ts';
import type { Database, Schema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

/** See `openStore`. */
export async function openDatabase(url: string): Promise<Database> {
  const isServer = isPostgresUrl(url);
  const db = isServer
    ? patiently(new Kysely<Schema>({ dialect: postgresDialect(url) }))
    : new Kysely<Schema>({ dialect: sqliteDialect(url) });
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (!error) return db;
  await db.destroy();
  // A URL may hold a password.
  const which = isServer ? 'PostgreSQL database' : `database at ${url}`;
  throw new Error(`The ${which} could not be brought up to date`, { cause: error });
}

export async function bytesOf(db: Database): Promise<number> {
  const size = isPostgres(db)
    ? sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`
    : sql<{
        bytes: number;
      }>`select (page_count - freelist_count) * page_size as bytes
        from pragma_page_count(), pragma_freelist_count(), pragma_page_size()`;
  const { rows } = await size.execute(db);
  return rows[0]?.bytes ?? 0;
}
