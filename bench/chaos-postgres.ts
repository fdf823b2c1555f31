import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { EpochMs } from '../src/model.ts';
import { startPostgres } from '../test/postgresserver.ts';
import type { ChaosDatabase, Outbox } from './chaos-database.ts';

/** What others hold in turn: the whole outbox, who does what, and all feeds. */
const LOCKS = [
  'lock table delivery in exclusive mode',
  'select 1 from duty for update',
  'select 1 from feed for update',
];
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;
const CUT_EVERY_MS = 100;

/** A server of our own, which syncs to its disk as an operator's does. */
export async function openChaosPostgres(): Promise<ChaosDatabase> {
  const server = await startPostgres('machine');
  if (!server) throw new Error('PostgreSQL is not installed (Debian: postgresql)');
  const url = `${server.url}/postgres`;
  /** Faults that keep somebody from connecting: how many there are now, and when the last one ended. */
  let [faults, endedAt] = [0, 0];
  let locks = 0;

  return {
    url,
    outbox: () => connected(url, outbox),
    async suffer(fault, ms) {
      if (fault === 'lock') {
        locks += 1;
        return hold(LOCKS[locks % LOCKS.length] ?? '', ms);
      }
      faults += 1;
      await (fault === 'power' ? server.losePower(ms) : cut(ms));
      faults -= 1;
      endedAt = Date.now();
    },
    wasAway: (since: EpochMs) => faults > 0 || endedAt > since,
    close: server.stop,
  };

  /** Whoever loses the connection holds nothing any more: another fault of the plan ends this one. */
  async function hold(statement: string, ms: number): Promise<void> {
    await connected(url, async (client) => {
      await client.query('begin');
      await client.query(statement);
      await sleep(ms);
      await client.query('rollback');
    }).catch(() => {});
  }

  async function cut(ms: number): Promise<void> {
    for (const until = Date.now() + ms; Date.now() < until; await sleep(CUT_EVERY_MS)) {
      await connected(url, (client) => client.query(CUT)).catch(() => {});
    }
  }
}

async function outbox(client: pg.Client): Promise<Outbox> {
  const owed = await client.query('select count(*) as owed from delivery where "deadAt" is null');
  // The site gives each entry its title as its id.
  const dead = await client.query(
    'select "chatId", "threadId", "entryId" as title from delivery where "deadAt" is not null',
  );
  const ofNumbers = ({ chatId, threadId, title }: Outbox['dead'][number]) => ({
    ...{ chatId: Number(chatId), threadId: Number(threadId) },
    title,
  });
  return { owed: Number(owed.rows[0]?.owed), dead: dead.rows.map(ofNumbers) };
}

async function connected<Answer>(
  url: string,
  ask: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client(url);
  // Whoever asks is told by the answer.
  client.on('error', () => {});
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end().catch(() => {});
  }
}
