import type { Kysely } from 'kysely';
import type { Article } from '../model.ts';
import { isPostgres } from './dialect.ts';
import { index } from './findable.ts';
import { createFts5 } from './fts5.ts';
import type { Database } from './schema.ts';
import { createTsvector } from './tsvector.ts';

/** Articles are in memory by so many. */
const PAGE = 200;

/** What `findable.ts` writes and `search.ts` looks into. */
export async function addSearch(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('entry').addColumn('searchId', 'bigint').execute();
  // With the feed, so that whose it is can be seen without the entry itself.
  await db.schema.createIndex('entrySearch').on('entry').columns(['searchId', 'feedId']).execute();
  if (isPostgres(db as Database)) await createTsvector(db);
  else await createFts5(db);
  await indexKept(db as Database);
}

/** What has a number is found by its words from now on. */
export async function indexKept(db: Database): Promise<void> {
  for (let last = 0; ; ) {
    const page = await db
      .selectFrom('entry')
      .select(['searchId', 'feedId', 'article'])
      .where('searchId', '>', last)
      .orderBy('searchId')
      .limit(PAGE)
      .execute();
    for (const { searchId, feedId, article } of page) {
      last = searchId ?? last;
      await index(db, { searchId: last, feedId, article: JSON.parse(article ?? '') as Article });
    }
    if (page.length < PAGE) return;
  }
}
