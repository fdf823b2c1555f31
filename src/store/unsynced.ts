import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Database } from './schema.ts';

/** Writes what has to outlive the process and not the machine: no sync to disk is waited for. */
export function unsynced<Answer>(
  db: Database,
  write: (db: Database) => Promise<Answer>,
): Promise<Answer> {
  if (isPostgres(db)) {
    return db.transaction().execute(async (tx) => {
      await sql`set local synchronous_commit = off`.execute(tx);
      return write(tx);
    });
  }
  // Nobody else writes meanwhile: there is one connection, and it is ours for so long.
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await write(connection);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}
