import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';
import type { WordIndex } from './wordindex.ts';

/** SQLite's own index. It keeps where words occur and no text of its own; it parts what it is given at blanks alone, for
 *  `searchwords.ts` has made words of it, in the same way as of what is sought. */
export const fts5: WordIndex = {
  // Every word stands in quotes, in which nothing has a meaning of its own.
  exactly: (words) => `"${words.join(' ')}"`,
  beginning: (words) => `"${words.join(' ')}" *`,
  either: (alternatives) => `(${alternatives.join(' OR ')})`,
  all: (conditions) => conditions.join(' AND '),
  but: (wanted, unwanted) => `(${wanted}) NOT ${unwanted}`,

  async put(tx, { searchId, title, body, feedWord }) {
    await sql`insert or replace into search (rowid, title, body, feed)
      values (${searchId}, ${title}, ${body}, ${feedWord})`.execute(tx);
  },

  next: () => sql<number>`(select coalesce(max(${sql.ref('searchId')}), 0) + 1 from entry)`,

  // It sees by itself how often what it finds occurs.
  async rank(db, { condition }, { feedIds, limit }) {
    const others = feedIds === null ? sql`` : sql`and ${ofFeeds(feedIds)}`;
    // `bm25` is the lower the better, and never above 0.
    const { rows } = await sql<{ searchId: number; score: number }>`
      select rowid as ${sql.ref('searchId')}, -bm25(search, 8, 1, 0) as score
      from search where search match ${condition} ${others}
      order by rowid desc limit ${limit}`.execute(db);
    return rows;
  },
};

function ofFeeds(feedIds: number[]) {
  return sql`(select ${sql.ref('feedId')} from entry where ${sql.ref('searchId')} = search.rowid)
    in (select value from json_each(${JSON.stringify(feedIds)}))`;
}

export async function createFts5(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table search using fts5(title, body, feed,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '+#'")`.execute(db);
  await sql`create trigger ${sql.ref('entryForgotten')} after delete on entry
    when old.${sql.ref('searchId')} is not null begin
      delete from search where rowid = old.${sql.ref('searchId')};
    end`.execute(db);
  await numberKept(db as Database);
}

async function numberKept(db: Database): Promise<void> {
  await sql`update entry set ${sql.ref('searchId')} = kept.number
    from (select ${sql.ref('feedId')}, id, row_number() over (order by at) as number
      from entry where article is not null) as kept
    where entry.${sql.ref('feedId')} = kept.${sql.ref('feedId')} and entry.id = kept.id`.execute(
    db,
  );
}
