import type { EpochMs } from '../model.ts';
import { isPostgres } from './dialect.ts';
import type { Database, Lease } from './schema.ts';

/** What makes a lease ours alone: see `Lease`. */
export type LeaseSecrets = Pick<Lease, 'callback' | 'secret'>;

/** Our side of what hubs have promised: WebSub subscriptions, called leases because ours are those of chats. */
export type Leases = {
  /**
   * Makes the leases what the feeds want: a new one for each feed that some chat follows and that names a hub, and
   * every other one to be given back. Answers the feeds that lose theirs.
   */
  arrange(now: EpochMs, secrets: () => LeaseSecrets): Promise<number[]>;
  /** Takes up to `limit` leases about which a hub is to be asked; not again before `patienceMs` of their tries. */
  claimDue(now: EpochMs, limit: number, patienceMs: (tries: number) => number): Promise<Lease[]>;
  byCallback(callback: string): Promise<Lease | undefined>;
  /** The hub has promised to push until `endsAt`, and is to be asked again at `askAt`. */
  confirm(callback: string, promise: Pick<Lease, 'endsAt' | 'askAt'>): Promise<void>;
  /** The hub will not push, and is not asked before `askAt`. */
  deny(callback: string, askAt: EpochMs): Promise<void>;
  drop(callback: string): Promise<void>;
};

export function createLeases(db: Database): Leases {
  const change = async (callback: string, changes: Partial<Lease>) => {
    await db.updateTable('lease').set(changes).where('callback', '=', callback).execute();
  };

  return {
    arrange: (now, secrets) =>
      db.transaction().execute(async (tx) => {
        await take(tx, now, secrets);
        return giveBack(tx, now);
      }),

    claimDue: (now, limit, patienceMs) =>
      db.transaction().execute(async (tx) => {
        const due = await tx
          .selectFrom('lease')
          .selectAll()
          .where('askAt', '<=', now)
          .orderBy('askAt')
          .limit(limit)
          .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
          .execute();
        for (const { callback, tries } of due) {
          await tx
            .updateTable('lease')
            .set({ askAt: now + patienceMs(tries), tries: tries + 1 })
            .where('callback', '=', callback)
            .execute();
        }
        return due;
      }),

    byCallback: (callback) =>
      db.selectFrom('lease').selectAll().where('callback', '=', callback).executeTakeFirst(),

    confirm: (callback, promise) => change(callback, { ...promise, tries: 0 }),
    deny: (callback, askAt) => change(callback, { endsAt: null, askAt }),

    async drop(callback) {
      await db.deleteFrom('lease').where('callback', '=', callback).execute();
    },
  };
}

async function take(tx: Database, now: EpochMs, secrets: () => LeaseSecrets): Promise<void> {
  const feeds = await tx
    .selectFrom('feed')
    .innerJoin('subscription', 'subscription.feedId', 'feed.id')
    .select(['feed.id as feedId', 'feed.hubUrl', 'feed.topicUrl'])
    .distinct()
    .where('feed.hubUrl', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('lease')
            .select('callback')
            .where('mode', '=', 'subscribe')
            .whereRef('lease.feedId', '=', 'feed.id')
            .whereRef('lease.hubUrl', '=', 'feed.hubUrl')
            .whereRef('lease.topicUrl', '=', 'feed.topicUrl'),
        ),
      ),
    )
    .$narrowType<{ hubUrl: string; topicUrl: string }>()
    .execute();
  for (const feed of feeds) {
    const asked = { mode: 'subscribe', endsAt: null, askAt: now, tries: 0 } as const;
    await tx
      .insertInto('lease')
      .values({ ...feed, ...secrets(), ...asked })
      .execute();
  }
}

async function giveBack(tx: Database, now: EpochMs): Promise<number[]> {
  const lost = await tx
    .updateTable('lease')
    .set({ mode: 'unsubscribe', askAt: now, tries: 0 })
    .where('mode', '=', 'subscribe')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('feed')
            .innerJoin('subscription', 'subscription.feedId', 'feed.id')
            .select('feed.id')
            .whereRef('feed.id', '=', 'lease.feedId')
            .whereRef('feed.hubUrl', '=', 'lease.hubUrl')
            .whereRef('feed.topicUrl', '=', 'lease.topicUrl'),
        ),
      ),
    )
    .returning('feedId')
    .execute();
  return lost.map(({ feedId }) => feedId);
}
