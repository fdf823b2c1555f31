import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import { moveCounters } from './counters.ts';
import { isPostgres } from './dialect.ts';
import { openDatabase } from './open.ts';
import type { Database, Schema } from './schema.ts';
import { indexKept } from './searchmigration.ts';

/** What keeps all of one database from moving into another. */
export type MovingFault =
  /** Somebody works with the source: what they do meanwhile would stay behind. */
  | { kind: 'inUse'; by: string }
  | { kind: 'notEmpty'; table: string }
  /** What was read back is not what was written. */
  | { kind: 'different'; table: string };

export type MovingOutcome = { kind: 'moved'; rows: number } | MovingFault;

export type MovingDeps = {
  now: EpochMs;
  /** Whether that process, which has a duty or collects, has certainly died. */
  isGone: (holder: string) => boolean;
  progress: (table: string, rows: number) => void;
};

type Table = Exclude<keyof Schema, 'duty' | 'collector'>;

/** Every table with its key, those that others refer to first. What a process says of itself stays behind. */
const TABLES: Record<Table, string[]> = {
  feed: ['id'],
  entry: ['feedId', 'id'],
  chat: ['id'],
  subscription: ['chatId', 'threadId', 'feedId'],
  delivery: ['id'],
  picture: ['url'],
  lease: ['callback'],
  sketch: ['band', 'feedId', 'entryId'],
  pace: ['chatId'],
  inbox: ['updateId'],
  permission: ['id'],
  topic: ['chatId', 'feedId'],
  prompt: ['chatId', 'userId'],
  kv: ['ns', 'key'],
};

/** SQLite takes 32,766 values in one statement, and a feed has the most columns. */
const PAGE = 400;

type Row = Record<string, unknown>;

/** Moves everything, the index of the search included, and proves it by counts and hashes. What is in use stays. */
export function moveDatabase(ways: Ways, deps: MovingDeps): Promise<MovingOutcome> {
  return between(ways, async (source, target) => {
    const fault = (await userOf(source, deps)) ?? (await leftIn(target));
    return fault ?? copyAll(source, target, deps.progress);
  });
}

/** The same of one moment, while others go on working with the source. */
export function copyContents(ways: Ways): Promise<MovingOutcome> {
  return between(ways, (source, target) => copyAll(source, target, () => {}));
}

type Ways = { from: string; to: string };

async function between(
  { from, to }: Ways,
  act: (source: Database, target: Database) => Promise<MovingOutcome>,
): Promise<MovingOutcome> {
  const source = await openDatabase(from);
  try {
    const target = await openDatabase(to);
    try {
      return await act(source, target);
    } finally {
      await target.destroy();
    }
  } finally {
    await source.destroy();
  }
}

async function userOf(source: Database, { now, isGone }: MovingDeps): Promise<MovingFault | null> {
  const moment = isPostgres(source) ? sql<number>`(extract(epoch from now()) * 1000)::bigint` : now;
  const duties = await source
    .selectFrom('duty')
    .select('holder')
    .where('until', '>', moment)
    .execute();
  const collectors = await source
    .selectFrom('collector')
    .select('id')
    .where('until', '>', moment)
    .execute();
  const users = [...duties.map(({ holder }) => holder), ...collectors.map(({ id }) => id)];
  const user = users.find((id) => !isGone(id));
  return user === undefined ? null : { kind: 'inUse', by: user.split('/')[0] ?? user };
}

async function leftIn(target: Database): Promise<MovingFault | null> {
  for (const table of tables()) {
    const row = await target.selectFrom(table).select(sql`1`.as('one')).limit(1).execute();
    if (row.length > 0) return { kind: 'notEmpty', table };
  }
  return null;
}

async function copyAll(
  source: Database,
  target: Database,
  progress: MovingDeps['progress'],
): Promise<MovingOutcome> {
  let rows = 0;
  return source
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      await mayIdle(snapshot);
      for (const table of tables()) {
        const copied = await moveTable(snapshot, target, table);
        if (copied === null) return { kind: 'different', table } as const;
        progress(table, copied);
        rows += copied;
      }
      await moveCounters(snapshot, target);
      await indexKept(target);
      return { kind: 'moved', rows } as const;
    });
}

/** A snapshot keeps nothing from anybody, and waits for the target: at its index for minutes. */
async function mayIdle(snapshot: Database): Promise<void> {
  if (!isPostgres(snapshot)) return;
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(snapshot);
}

/** Answers how many rows it has; null when what arrived is not what was sent. */
async function moveTable(source: Database, target: Database, table: Table): Promise<number | null> {
  const sent = createHash('sha256');
  let count = 0;
  for await (const page of pagesOf(source, table)) {
    await target
      .insertInto(table)
      .values(page as never)
      .execute();
    for (const row of page) addTo(sent, row);
    count += page.length;
  }
  const arrived = createHash('sha256');
  for await (const page of pagesOf(target, table)) for (const row of page) addTo(arrived, row);
  return sent.digest('hex') === arrived.digest('hex') ? count : null;
}

/** In the order of its key, which is the same on both: bytes and numbers. */
async function* pagesOf(db: Database, table: Table): AsyncGenerator<Row[]> {
  const key = TABLES[table];
  const columns = sql.join(key.map((name) => sql.ref(name)));
  let last: unknown[] | null = null;
  while (true) {
    const behind: ReturnType<typeof sql> =
      last === null ? sql`` : sql`where (${columns}) > (${sql.join(last)})`;
    const { rows } = await sql<Row>`select * from ${sql.table(table)} ${behind}
      order by ${columns} limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows.map(storable);
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = key.map((name) => end[name]);
  }
}

/** PostgreSQL takes no NUL in texts. */
function storable(row: Row): Row {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value,
  ]);
  return Object.fromEntries(entries);
}

function addTo(hash: Hash, row: Row): void {
  const names = Object.keys(row).sort();
  hash.update(`${JSON.stringify(names.map((name) => [name, row[name] ?? null]))}\n`);
}

function tables(): Table[] {
  return Object.keys(TABLES) as Table[];
}
