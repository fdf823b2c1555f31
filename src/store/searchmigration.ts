import { type Kysely, sql } from 'kysely';
import type { Article } from '../model.ts';
import { index } from './findable.ts';
import type { Database } from './schema.ts';

/** Articles are in memory by so many. */
const PAGE = 200;

/** What `findable.ts` writes and `search.ts` looks into. FTS5 keeps where words occur and no text of its own; it parts what it is given at blanks
 *  alone, for `searchwords.ts` has made words of it, in the same way as of what is sought. */
export async function addSearch(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('entry').addColumn('searchId', 'bigint').execute();
  // With the feed, so that whose it is can be seen without the entry itself.
  await db.schema.createIndex('entrySearch').on('entry').columns(['searchId', 'feedId']).execute();
  await sql`create virtual table search using fts5(title, body, feed,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '+#'")`.execute(db);
  await sql`create trigger ${sql.ref('entryForgotten')} after delete on entry
    when old.${sql.ref('searchId')} is not null begin
      delete from search where rowid = old.${sql.ref('searchId')};
    end`.execute(db);
  await indexKept(db as Database);
}

async function indexKept(db: Database): Promise<void> {
  await sql`update entry set ${sql.ref('searchId')} = kept.number
    from (select ${sql.ref('feedId')}, id, row_number() over (order by at) as number
      from entry where article is not null) as kept
    where entry.${sql.ref('feedId')} = kept.${sql.ref('feedId')} and entry.id = kept.id`.execute(
    db,
  );
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
