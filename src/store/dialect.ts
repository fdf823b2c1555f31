import { PostgresAdapter } from 'kysely';

/** Whether several connections write to this database at the same time: what SQLite, with its one writer, promises by
 *  itself has to be asked for there. */
export function isPostgres(db: { getExecutor(): { adapter: unknown } }): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** Whether a DATABASE_URL means a PostgreSQL server; anything else is SQLite's. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}
