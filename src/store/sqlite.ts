import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Dialect, SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely';

const BUSY_MS = 5_000;
const STATEMENTS_KEPT = 200;

/** Opens (or creates) an SQLite file for Kysely; `:memory:` for a database that lives as long as its handle. */
export function sqliteDialect(path: string): Dialect {
  const database = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
  // FULL, not NORMAL: a yes from Telegram that was recorded must survive a power cut, not only a killed process.
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  const statements = new Map<string, SqliteStatement>();

  const dialect = new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(text) {
        // The write lock up front: a deferred transaction can fail with SQLITE_BUSY at its first write.
        const sql = text === 'begin' ? 'begin immediate' : text;
        const known = statements.get(sql);
        if (known) return known;
        if (statements.size >= STATEMENTS_KEPT) statements.clear();
        const statement = adapt(database.prepare(sql));
        if (sql === 'rollback') rollBackOnce(statement, database);
        statements.set(sql, statement);
        return statement;
      },
    },
  });
  dialect.createAdapter = () => new TransactionalAdapter();
  return dialect;
}

/** SQLite can roll a schema change back; Kysely leaves that off, and a failing migration would stay half applied. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** When the disk is full SQLite rolls back itself; to fail at it again would hide what went wrong. */
function rollBackOnce(statement: SqliteStatement, database: DatabaseSync): void {
  const { run } = statement;
  const nothing = { changes: 0, lastInsertRowid: 0 };
  statement.run = (values) => (database.isTransaction ? run(values) : nothing);
}

/** What Kysely asks of a statement and `node:sqlite` calls by another name. */
function adapt(statement: StatementSync): SqliteStatement {
  const bound = (values: readonly unknown[]) => values as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...bound(values)),
    run: (values) => statement.run(...bound(values)),
    iterate: (values) => statement.iterate(...bound(values)),
  };
}
