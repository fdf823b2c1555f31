import type { Article, EpochMs } from '../model.ts';
import { feedTitle, withoutKeys } from './feeds.ts';
import type { EntryMarks } from './feedschema.ts';
import { makeFindable } from './findable.ts';
import { pages } from './pages.ts';
import type { Database } from './schema.ts';

/** An entry that can be read: its article, and where it comes from. */
export type StoredEntry = {
  feedId: number;
  feedTitle: string;
  id: string;
  token: string;
  at: EpochMs;
  seenAt: EpochMs;
  revisions: number;
  /** The token of the first entry, of any feed, that told the same. */
  story: string;
  article: Article;
};

/** An entry as it is recognised. */
export type KnownEntry = EntryMarks & {
  id: string;
  listedAt: EpochMs;
  seenAt: EpochMs;
  shown: string | null;
  revisions: number;
};

const KNOWN = [
  'id',
  'linkKey',
  'titleKey',
  'published',
  'listedAt',
  'seenAt',
  'shown',
  'revisions',
] as const;

type Sought = { ids?: string[]; linkKeys?: string[]; titleKeys?: string[] };

export type Entries = {
  /** The entries of this feed that have one of these ids, links or titles, latest listed first; and when any was listed. */
  recall(feedId: number, sought: Sought): Promise<{ known: KnownEntry[]; lastListedAt: EpochMs }>;
  /** The newest readable entries of these feeds, newest first. */
  newest(feedIds: number[], limit: number): Promise<StoredEntry[]>;
  byToken(token: string): Promise<StoredEntry | undefined>;
  /** Those of all feeds that link there, newest first; a few at most. */
  byLink(link: string): Promise<StoredEntry[]>;
  /** Of one entry; undefined where it has none to read. */
  article(feedId: number, entryId: string): Promise<Article | undefined>;
  /** Keeps another article for the entry, unless it has changed in the meantime. */
  replaceArticle(entry: StoredEntry, article: Article): Promise<void>;
};

const LINKED_AT_MOST = 20;

export function createEntries(db: Database): Entries {
  return {
    recall: (feedId, sought) => recall(db, feedId, sought),

    async newest(feedIds, limit) {
      if (feedIds.length === 0) return [];
      const rows = await readable(db)
        .where('entry.feedId', 'in', feedIds)
        .orderBy('at', 'desc')
        .orderBy('seenAt', 'desc')
        .limit(limit)
        .execute();
      return rows.map(withArticle);
    },

    async byToken(token) {
      const row = await readable(db).where('token', '=', token).executeTakeFirst();
      return row && withArticle(row);
    },

    async byLink(link) {
      const newest = readable(db).where('link', '=', link).orderBy('at', 'desc');
      return (await newest.limit(LINKED_AT_MOST).execute()).map(withArticle);
    },

    async article(feedId, entryId) {
      const row = await readable(db)
        .where('feedId', '=', feedId)
        .where('entry.id', '=', entryId)
        .executeTakeFirst();
      return row && withArticle(row).article;
    },

    async replaceArticle({ feedId, id, article: before }, article) {
      await db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('entry')
          .set({ article: JSON.stringify(article) })
          .where('feedId', '=', feedId)
          .where('id', '=', id)
          .where('article', '=', JSON.stringify(before))
          .executeTakeFirstOrThrow();
        if (numUpdatedRows > 0n) await makeFindable(tx, { feedId, id }, article);
      });
    },
  };
}

/** Entries that have an article, with their feed. */
export function readable(db: Database) {
  return db
    .selectFrom('entry')
    .innerJoin('feed', 'feed.id', 'entry.feedId')
    .select(['entry.feedId', 'entry.id', 'token', 'at', 'seenAt', 'revisions'])
    .select(['story', 'article', feedTitle])
    .where('article', 'is not', null);
}

async function recall(
  db: Database,
  feedId: number,
  { ids = [], linkKeys = [], titleKeys = [] }: Sought,
): ReturnType<Entries['recall']> {
  const { lastListedAt } = await db
    .selectFrom('entry')
    .select((eb) => eb.fn.max('listedAt').as('lastListedAt'))
    .where('feedId', '=', feedId)
    .executeTakeFirstOrThrow();
  const rows = [
    ...(await withOneOf(db, { feedId, column: 'id', values: ids })),
    ...(await withOneOf(db, { feedId, column: 'linkKey', values: linkKeys })),
    ...(await withOneOf(db, { feedId, column: 'titleKey', values: titleKeys })),
  ];
  const known = [...new Map(rows.map((row) => [row.id, row])).values()];
  return {
    known: known.sort((a, b) => b.listedAt - a.listedAt),
    lastListedAt: Number(lastListedAt ?? 0),
  };
}

async function withOneOf(
  db: Database,
  wanted: { feedId: number; column: 'id' | 'linkKey' | 'titleKey'; values: string[] },
): Promise<KnownEntry[]> {
  const rows: KnownEntry[] = [];
  for (const page of pages(wanted.values)) {
    const found = await db
      .selectFrom('entry')
      .select([...KNOWN])
      .where('feedId', '=', wanted.feedId)
      .where(wanted.column, 'in', page)
      .execute();
    rows.push(...found);
  }
  return rows;
}

export function withArticle<
  Row extends { article: string | null; story: string | null; token: string; feedTitle: string },
>(row: Row) {
  const { story, token } = row;
  const article = JSON.parse(row.article ?? 'null') as Article;
  return { ...row, feedTitle: withoutKeys(row.feedTitle), story: story ?? token, article };
}
