import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDatabase } from '../src/store/open.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { startPostgres } from '../test/postgresserver.ts';

// Measured, on the disk of this machine: what it costs to owe one post to everybody who follows a feed.

const SIZES = [100_000, 1_000_000];
const FILLED_AT_ONCE = 50_000;
const LOOK_EVERY_MS = 5;
/** People who do something meanwhile. */
const OTHER = 5_000_000;

export async function* fanOuts(): AsyncGenerator<{ what: string; figures: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-bench-'));
  try {
    for (const size of SIZES) {
      yield await fanOut(`SQLite, ${named(size)}`, join(folder, `${size}.db`), size);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const server = await startPostgres('machine');
  if (!server) return;
  try {
    for (const size of SIZES) {
      yield await fanOut(`PostgreSQL, ${named(size)}`, `${server.url}/postgres`, size);
    }
  } finally {
    await server.stop();
  }
}

async function fanOut(what: string, url: string, size: number) {
  const { feedId, follow } = await fill(url, size);
  const store = await openStore(url);
  try {
    const [now, before] = [Date.now(), await store.bytes()];
    const waiting = waits(store);
    const begun = performance.now();
    const entry = { id: 'story', title: 'News', link: null, at: now, article: null };
    const fetched = { feedId, changes: {}, fresh: [entry] };
    const owed = await store.feeds.commit({ ...fetched, owedTo: 'subscribers' }, now);
    const tookMs = performance.now() - begun;
    const [loopMs, writeMs] = await waiting.end();
    if (owed !== size) throw new Error(`${owed} of ${size} are owed it`);
    const bytes = (await store.bytes()) - before;
    return {
      what: `${what} owed one post`,
      figures: [
        `in ${seconds(tookMs)}; meanwhile the event loop was held for ${seconds(loopMs)} at most, and who wrote waited for ${seconds(writeMs)}`,
        `${Math.round(bytes / size)} bytes a row with its indexes (${megabytes(bytes)}); a chat and its subscription ${Math.round(follow / size)}`,
      ],
    };
  } finally {
    await store.close();
  }
}

/** How long others wait meanwhile: for the event loop, and for what they write, from when they want it. */
function waits(store: Store) {
  const other = { id: OTHER, kind: 'private', title: '', languageHint: null } as const;
  let isOver = false;
  const waiting = Promise.all([longest(async () => {}), longest(() => store.chats.meet(other, 0))]);
  return {
    end() {
      isOver = true;
      return waiting;
    },
  };

  async function longest(want: () => Promise<unknown>): Promise<number> {
    let most = 0;
    while (!isOver) {
      const wantedAt = performance.now() + LOOK_EVERY_MS;
      await sleep(LOOK_EVERY_MS);
      await want();
      most = Math.max(most, performance.now() - wantedAt);
    }
    return most;
  }
}

/** A feed that so many chats follow, all of them new. */
async function fill(url: string, size: number): Promise<{ feedId: number; follow: number }> {
  const store = await openStore(url);
  const address = `https://${size}.example.org/feed`;
  const known = { url: address, title: '', listed: 1, addedBy: null, intervalMs: 86_400_000 };
  const { id } = await store.feeds.add(known, 0);
  const before = await store.bytes();
  const db = await openDatabase(url);
  for (let first = size; first < 2 * size; first += FILLED_AT_ONCE) {
    await sql`insert into chat (id, kind, title, ${names('notBefore', 'failures', 'textOnlyUntil', 'createdAt')})
      with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${FILLED_AT_ONCE})
      select ${first} + i, 'private', 'A reader', 0, 0, 0, 0 from n`.execute(db);
    await sql`insert into subscription (${names('chatId', 'threadId', 'feedId', 'createdAt')})
      select id, 0, ${id}, 0 from chat where id >= ${first} and id < ${first + FILLED_AT_ONCE}`.execute(
      db,
    );
  }
  await db.destroy();
  const follow = (await store.bytes()) - before;
  await store.close();
  return { feedId: id, follow };
}

function names(...columns: string[]) {
  return sql.join(columns.map((name) => sql.ref(name)));
}

function named(count: number): string {
  return `${count.toLocaleString('en')} chats`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
