import { sql } from 'kysely';
import { expect } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import { ask, emptyDatabase, testOf } from '../database.ts';

const CUT = `select pg_terminate_backend(pid, 5000) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

testOf(
  'postgres',
  'a connection that breaks takes its transaction with it, and nothing else',
  async () => {
    const database = await emptyDatabase();
    const db = await openDatabase(database);

    const broken = db.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx);
      await ask(database, CUT);
      // Long enough to be told of it while nothing is asked.
      await new Promise((resolve) => setImmediate(resolve));
      await sql`select 1`.execute(tx);
    });

    await expect(broken).rejects.toThrow();
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
    expect(rows).toEqual([{ one: 1 }]);
    await db.destroy();
  },
);
