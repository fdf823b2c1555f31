import type { EpochMs } from '../model.ts';
import { pages } from './pages.ts';
import type { Database, Feed } from './schema.ts';
import type { Place } from './subscriptions.ts';

/** A feed that somebody brings along, and when it is to be fetched first if nobody knew it. */
export type ImportedFeed = Pick<Feed, 'url' | 'title' | 'category' | 'siteUrl' | 'nextFetchAt'>;

export type ImportedBy = Pick<Feed, 'addedBy' | 'intervalMs'> & { now: EpochMs };

export type Imports = {
  /** Makes the place follow all these feeds, or in case of a fault none. Answers the URLs it did not follow before. */
  follow(place: Place, feeds: ImportedFeed[], by: ImportedBy): Promise<Set<string>>;
};

export function createImports(db: Database): Imports {
  return {
    follow: (place, feeds, by) =>
      db.transaction().execute(async (tx) => {
        const followed = new Set<string>();
        for (const page of pages(feeds)) {
          await makeKnown(tx, page, by);
          for (const url of await follow(tx, place, { feeds: page, by })) followed.add(url);
        }
        return followed;
      }),
  };
}

async function makeKnown(tx: Database, feeds: ImportedFeed[], by: ImportedBy): Promise<void> {
  const { addedBy, intervalMs, now } = by;
  const unknown = { addedBy, intervalMs, listed: 0, claimedUntil: 0, failures: 0, createdAt: now };
  await tx
    .insertInto('feed')
    .values(
      feeds.map(({ url, title, category, siteUrl, nextFetchAt }) => ({
        ...{ url, title, category, siteUrl, nextFetchAt },
        ...unknown,
      })),
    )
    .onConflict((conflict) => conflict.column('url').doNothing())
    .execute();
}

async function follow(
  tx: Database,
  { chatId, threadId }: Place,
  { feeds, by }: { feeds: ImportedFeed[]; by: ImportedBy },
): Promise<string[]> {
  const urls = feeds.map(({ url }) => url);
  const known = await tx
    .selectFrom('feed')
    .select(['id', 'url'])
    .where('url', 'in', urls)
    .execute();
  const rows = await tx
    .insertInto('subscription')
    .values(
      known.map(({ id }) => ({ chatId, threadId, feedId: id, pausedAt: null, createdAt: by.now })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('feedId')
    .execute();
  const ids = new Set(rows.map(({ feedId }) => feedId));
  return known.filter(({ id }) => ids.has(id)).map(({ url }) => url);
}
