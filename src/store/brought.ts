import type { EpochMs } from '../model.ts';
import type { Database } from './schema.ts';

/** Feeds that somebody brought along and that stand in no catalogue: each costs fetches for as long as it is followed. */
export type Brought = {
  /** How many they have brought since then. */
  since(userId: number, since: EpochMs): Promise<number>;
  /** How many of theirs are followed, by whomever and wherever. */
  followed(userId: number): Promise<number>;
};

export function createBrought(db: Database): Brought {
  const ofPerson = (userId: number) =>
    db
      .selectFrom('feed')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('addedBy', '=', userId)
      .where('listed', '=', 0);
  return {
    async since(userId, since) {
      const { count } = await ofPerson(userId)
        .where('createdAt', '>', since)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async followed(userId) {
      const { count } = await ofPerson(userId)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('subscription')
              .select('feedId')
              .whereRef('subscription.feedId', '=', 'feed.id'),
          ),
        )
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}
