import type { Article, EpochMs } from '../model.ts';
import { feedTitle } from './feeds.ts';
import type { Database } from './schema.ts';

/** An entry that can be read: its article, and where it comes from. */
export type StoredEntry = {
  feedId: number;
  feedTitle: string;
  id: string;
  token: string;
  at: EpochMs;
  article: Article;
};

export type Entries = {
  /** Those of the given ids that this feed has not shown before, in the order given. */
  unseen(feedId: number, entryIds: string[]): Promise<string[]>;
  /** The newest readable entries of these feeds, newest first. */
  newest(feedIds: number[], limit: number): Promise<StoredEntry[]>;
  byToken(token: string): Promise<StoredEntry | undefined>;
  byLink(link: string): Promise<StoredEntry | undefined>;
};

/** SQLite takes 32,766 parameters in one statement, PostgreSQL 65,535. */
const PAGE = 1_000;

export function createEntries(db: Database): Entries {
  const readable = () =>
    db
      .selectFrom('entry')
      .innerJoin('feed', 'feed.id', 'entry.feedId')
      .select(['entry.feedId', 'entry.id', 'token', 'at', 'article', feedTitle])
      .where('article', 'is not', null);

  return {
    async unseen(feedId, entryIds) {
      const seen = new Set<string>();
      for (let start = 0; start < entryIds.length; start += PAGE) {
        const rows = await db
          .selectFrom('entry')
          .select('id')
          .where('feedId', '=', feedId)
          .where('id', 'in', entryIds.slice(start, start + PAGE))
          .execute();
        for (const { id } of rows) seen.add(id);
      }
      return entryIds.filter((id) => !seen.has(id));
    },

    async newest(feedIds, limit) {
      if (feedIds.length === 0) return [];
      const rows = await readable()
        .where('entry.feedId', 'in', feedIds)
        .orderBy('at', 'desc')
        .orderBy('seenAt', 'desc')
        .limit(limit)
        .execute();
      return rows.map(withArticle);
    },

    async byToken(token) {
      const row = await readable().where('token', '=', token).executeTakeFirst();
      return row && withArticle(row);
    },

    async byLink(link) {
      const row = await readable()
        .where('link', '=', link)
        .orderBy('at', 'desc')
        .executeTakeFirst();
      return row && withArticle(row);
    },
  };
}

function withArticle<Row extends { article: string | null }>(row: Row) {
  return { ...row, article: JSON.parse(row.article ?? 'null') as Article };
}
