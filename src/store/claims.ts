import { type SqlBool, sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import { isPostgres } from './dialect.ts';
import { type Holder, leaseOn, momentOf } from './duties.ts';
import { pages } from './pages.ts';
import type { Database, Feed } from './schema.ts';
import { unsynced } from './unsynced.ts';

/** Which process is at which feed: never two at one, and none stays with a process that has died. */
export type Claims = {
  /** A process that is not heard of for so long loses what it has claimed. */
  leaseMs: number;
  /** From now on this process claims in its own name. What was claimed in an embedded database is free: whoever did it has
   *  ended. Where one lives after all, a feed is asked for once more, and the later answer counts for nothing. */
  begin(self: Holder, now: EpochMs): Promise<void>;
  /** Tells that this process is there, and forgets those that are not. */
  renew(now: EpochMs): Promise<void>;
  /** Takes up to `limit` due feeds, for `patienceMs` at most: nobody else gets them meanwhile. Feeds nobody reads are
   *  never due, and neither are those that are gone, or that their owner lets rest. */
  take(now: EpochMs, limit: number, patienceMs: number): Promise<Feed[]>;
  /** Frees all that this process has claimed but the feeds that it is `at`; some of them are due `laterAt`. */
  giveBack(at: ReadonlySet<number>, laterAt: ReadonlyMap<number, EpochMs>): Promise<void>;
  /** This process collects no more: what it has claimed is anybody's. */
  end(): Promise<void>;
};

export function createClaims(db: Database): Claims {
  /** Who never began collects alone, and needs no name. */
  let self: Holder | null = null;
  const leaseMs = leaseOn(db);

  return {
    leaseMs,
    async begin(holder, now) {
      self = holder;
      if (!isPostgres(db)) await freeAll(db);
      await renew(db, { self, leaseMs }, now);
    },
    async renew(now) {
      if (self) await renew(db, { self, leaseMs }, now);
    },
    take: (now, limit, patienceMs) =>
      db
        .updateTable('feed')
        .set({ claimedUntil: now + patienceMs, claimedBy: self?.id ?? null })
        .where('id', 'in', (eb) =>
          dueFeeds(eb as unknown as Database, { self, now, moment: momentOf(db, now) })
            .limit(limit)
            .$if(isPostgres(db), untaken),
        )
        .returningAll()
        .execute(),
    giveBack: (at, laterAt) => giveBack(db, self, { at, laterAt }),
    async end() {
      if (self) await db.deleteFrom('collector').where('id', '=', self.id).execute();
    },
  };
}

async function freeAll(db: Database): Promise<void> {
  await db
    .updateTable('feed')
    .set({ claimedUntil: 0, claimedBy: null })
    .where('claimedUntil', '>', 0)
    .execute();
}

/** Whoever was forgotten and lives is there again when it renews. */
async function renew(
  db: Database,
  { self, leaseMs }: { self: Holder; leaseMs: number },
  now: EpochMs,
): Promise<void> {
  const moment = momentOf(db, now);
  const until = sql<number>`${moment} + ${leaseMs}`;
  await unsynced(db, async (tx) => {
    const others = await tx
      .selectFrom('collector')
      .select('id')
      .where('id', '!=', self.id)
      .execute();
    const gone = others.map(({ id }) => id).filter(self.isGone);
    await tx
      .insertInto('collector')
      .values({ id: self.id, until })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ until }))
      .execute();
    await tx
      .deleteFrom('collector')
      .where((eb) =>
        eb.or([eb('until', '<=', moment), ...(gone.length > 0 ? [eb('id', 'in', gone)] : [])]),
      )
      .execute();
  });
}

async function giveBack(
  db: Database,
  self: Holder | null,
  { at, laterAt }: { at: ReadonlySet<number>; laterAt: ReadonlyMap<number, EpochMs> },
): Promise<void> {
  const isOurs = sql<SqlBool>`${sql.ref('claimedBy')} is not distinct from ${self?.id ?? null}`;
  await db.transaction().execute(async (tx) => {
    const claimed = await tx
      .selectFrom('feed')
      .select('id')
      .where('claimedUntil', '>', 0)
      .where(isOurs)
      .execute();
    const left = claimed.map(({ id }) => id).filter((id) => !at.has(id));
    const free = { claimedUntil: 0, claimedBy: null };
    for (const page of pages(left)) {
      await tx.updateTable('feed').set(free).where('id', 'in', page).where(isOurs).execute();
    }
    for (const id of left) {
      const nextFetchAt = laterAt.get(id);
      if (nextFetchAt === undefined) continue;
      await tx.updateTable('feed').set({ nextFetchAt }).where('id', '=', id).execute();
    }
  });
}

/** Whoever else claims some now takes others. */
function untaken(query: ReturnType<typeof dueFeeds>): ReturnType<typeof dueFeeds> {
  return query.forUpdate('feed').skipLocked();
}

type Asking = { self: Holder | null; now: EpochMs; moment: ReturnType<typeof momentOf> };

function dueFeeds(db: Database, { self, now, moment }: Asking) {
  return db
    .selectFrom('feed')
    .select('feed.id')
    .where('nextFetchAt', '<=', now)
    .where((eb) =>
      eb.or([
        eb('claimedUntil', '<=', now),
        eb.and([
          // Of what is its own this process knows itself.
          eb('claimedBy', '!=', self?.id ?? ''),
          eb.not(
            eb.exists(
              eb
                .selectFrom('collector')
                .select('collector.id')
                .whereRef('collector.id', '=', 'feed.claimedBy')
                .where('collector.until', '>', moment),
            ),
          ),
        ]),
      ]),
    )
    .where('goneAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('listed', '=', 1),
        eb.exists(
          eb
            .selectFrom('subscription')
            .select('subscription.feedId')
            .whereRef('subscription.feedId', '=', 'feed.id'),
        ),
      ]),
    )
    .orderBy('nextFetchAt');
}
