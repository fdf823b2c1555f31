import { sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import { isPostgres } from './dialect.ts';
import type { Database, Duty } from './schema.ts';
import { unsynced } from './unsynced.ts';

/** What only one process does at a time: ask Telegram for updates, deliver, and ask hubs. */
export type DutyName = Duty['name'];

/** Of several processes that could do a duty, one holds it; when it is not heard of for `leaseMs`, another takes it. */
export type Duties = {
  leaseMs: number;
  /** Takes a duty that nobody holds, whose holder was not heard of, or is known to be gone. */
  take(name: DutyName, holder: Holder, now: EpochMs): Promise<boolean>;
  /** Tells that the holder is still there; answers which duties are its own. */
  renew(holder: string, now: EpochMs): Promise<DutyName[]>;
  /** Others may have what this holder held. */
  giveUp(holder: string): Promise<void>;
  /** Who holds what, and until when if not heard of. */
  all(): Promise<Duty[]>;
  /** Inside a transaction: whether the duty is still this process's, and will be until the transaction ends. A process
   *  that never took it is not asked: it is the only one. */
  isOurs(tx: Database, name: DutyName): Promise<boolean>;
};

export type Holder = {
  /** Of this life of this process alone. */
  id: string;
  /** Whether that other one has certainly died. */
  isGone(id: string): boolean;
};

/** A process on the same machine that has died is known to be gone at once, so on SQLite nobody waits for that; and each
 *  renewal wears a memory card. */
const LEASE_MS = 60_000;
const SERVER_LEASE_MS = 10_000;

export function createDuties(db: Database): Duties {
  /** As whom this process has taken its duties. */
  const taken = new Map<DutyName, string>();
  const leaseMs = leaseOn(db);

  return {
    leaseMs,
    async take(name, holder, now) {
      const isTaken = await take(db, { name, holder, leaseMs }, now);
      if (isTaken) taken.set(name, holder.id);
      return isTaken;
    },
    renew: (holder, now) =>
      unsynced(db, async (tx) => {
        const rows = await tx
          .updateTable('duty')
          .set({ until: sql`${momentOf(db, now)} + ${leaseMs}` })
          .where('holder', '=', holder)
          .returning('name')
          .execute();
        return rows.map(({ name }) => name);
      }),
    async giveUp(holder) {
      await db.deleteFrom('duty').where('holder', '=', holder).execute();
    },
    all: () => db.selectFrom('duty').selectAll().orderBy('name').execute(),
    async isOurs(tx, name) {
      const holder = taken.get(name);
      if (holder === undefined) return true;
      const duty = tx.selectFrom('duty').select('holder').where('name', '=', name);
      const row = await duty.$if(isPostgres(tx), (it) => it.forShare()).executeTakeFirst();
      return row?.holder === holder;
    },
  };
}

type Taken = { name: DutyName; holder: Holder; leaseMs: number };

async function take(
  db: Database,
  { name, holder, leaseMs }: Taken,
  now: EpochMs,
): Promise<boolean> {
  const former = await db
    .selectFrom('duty')
    .select('holder')
    .where('name', '=', name)
    .executeTakeFirst();
  const isGone = former !== undefined && holder.isGone(former.holder);
  const until = sql<number>`${momentOf(db, now)} + ${leaseMs}`;
  const rows = await db
    .insertInto('duty')
    .values({ name, holder: holder.id, until, since: momentOf(db, now) })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((eb) => ({
          holder: eb.ref('excluded.holder'),
          until: eb.ref('excluded.until'),
          since: eb
            .case()
            .when('duty.holder', '=', eb.ref('excluded.holder'))
            .then(eb.ref('duty.since'))
            .else(eb.ref('excluded.since'))
            .end(),
        }))
        .where((eb) =>
          eb.or([
            eb('duty.until', '<=', momentOf(db, now)),
            eb('duty.holder', '=', isGone ? former.holder : holder.id),
          ]),
        ),
    )
    .returning('holder')
    .execute();
  return rows.length > 0;
}

/** For how long a process that is not heard of counts as living. */
export function leaseOn(db: Database): number {
  return isPostgres(db) ? SERVER_LEASE_MS : LEASE_MS;
}

/** By the one clock that all processes share: the server's, or the machine's. */
export function momentOf(db: Database, now: EpochMs) {
  return isPostgres(db)
    ? sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`
    : sql<number>`${now}`;
}
