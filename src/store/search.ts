import { sql } from 'kysely';
import { readable, type StoredEntry, withArticle } from './entries.ts';
import { titleOf } from './feeds.ts';
import { feedWord } from './findable.ts';
import type { Database } from './schema.ts';
import { indexed, indexedTerm, type Sought, soughtIn, type Term } from './searchwords.ts';

/** One page of what was found, best first. */
export type Found = {
  entries: StoredEntry[];
  /** Of all pages; {@link RANKED} when there are as many or more. */
  count: number;
  sought: Sought;
};

export type Search = {
  /** The readable entries of these feeds in which all the words occur; null when they name nothing to look for. */
  find(
    words: string,
    asked: { feedIds: number[]; limit: number; offset: number },
  ): Promise<Found | null>;
};

/** So many of the newest are ranked: a word that is everywhere must not hold everybody else up. */
export const RANKED = 1_000;

/** Asks SQLite's FTS5 for what `findable.ts` has put there. No other file knows of it; on PostgreSQL the same words would
 *  become a `tsvector`, and the same terms a `tsquery`. */
export function createSearch(db: Database): Search {
  return {
    async find(words, { feedIds, limit, offset }) {
      const sought = soughtIn(words);
      if (sought === null) return null;
      if (feedIds.length === 0) return { entries: [], count: 0, sought };
      const ranked = await rank(db, await matchOf(db, sought, feedIds), feedIds);
      const page = ranked.slice(offset, offset + limit);
      return { entries: await load(db, page), count: ranked.length, sought };
    },
  };
}

/** Every word stands in quotes, in which nothing has a meaning of its own. */
async function matchOf(db: Database, sought: Sought, feedIds: number[]): Promise<string> {
  const feeds = await namesOf(db, feedIds);
  const wanted = sought.wanted.map((term) => oneOf([...quoted(term), ...feedsCalled(term, feeds)]));
  const own = isFew(feedIds) ? [oneOf(feedIds.map((id) => `"${feedWord(id)}"`))] : [];
  const match = [...wanted, ...own].join(' AND ');
  return sought.unwanted.length === 0
    ? match
    : `(${match}) NOT ${oneOf(sought.unwanted.flatMap(quoted))}`;
}

/** A finished word counts more than one that it begins. */
function quoted(term: Term): string[] {
  const exact = `"${indexedTerm(term)}"`;
  return term.open ? [exact, `${exact} *`] : [exact];
}

function oneOf(alternatives: string[]): string {
  return `(${alternatives.join(' OR ')})`;
}

type NamedFeed = { id: number; words: string };

/** What feeds are called may change at any time, so it is not in the index. */
async function namesOf(db: Database, feedIds: number[]): Promise<NamedFeed[]> {
  const feeds = await db
    .selectFrom('feed')
    .select(['id', 'name', 'title', 'url'])
    .where('id', 'in', feedIds)
    .execute();
  return feeds.map((feed) => ({ id: feed.id, words: ` ${indexed(titleOf(feed))} ` }));
}

/** Articles of such a feed have the word too. */
function feedsCalled(term: Term, feeds: NamedFeed[]): string[] {
  const sought = ` ${indexedTerm(term)}${term.open ? '' : ' '}`;
  return feeds.filter(({ words }) => words.includes(sought)).map(({ id }) => `"${feedWord(id)}"`);
}

type Hit = { searchId: number; score: number };

/** A title counts more than a text. Of scores that are nearly equal the newest comes first. */
async function rank(db: Database, match: string, feedIds: number[]): Promise<Hit[]> {
  const others = isFew(feedIds) ? sql`` : sql`and ${ofFeeds(feedIds)}`;
  // `bm25` is the lower the better, and never above 0.
  const { rows } = await sql<Hit>`
    select rowid as ${sql.ref('searchId')}, -bm25(search, 8, 1, 0) as score
    from search where search match ${match} ${others}
    order by rowid desc limit ${RANKED}`.execute(db);
  const step = ({ score }: Hit) => Math.round(2 * Math.log2(score));
  return rows.sort((a, b) => step(b) - step(a) || b.searchId - a.searchId);
}

/** With more of them it is quicker to look at each hit than to look for words of feeds. */
const FEW_FEEDS = 100;

function isFew(feedIds: number[]): boolean {
  return feedIds.length <= FEW_FEEDS;
}

function ofFeeds(feedIds: number[]) {
  return sql`(select ${sql.ref('feedId')} from entry where ${sql.ref('searchId')} = search.rowid)
    in (select value from json_each(${JSON.stringify(feedIds)}))`;
}

async function load(db: Database, hits: Hit[]): Promise<StoredEntry[]> {
  if (hits.length === 0) return [];
  const ids = hits.map(({ searchId }) => searchId);
  const rows = await readable(db).select('searchId').where('searchId', 'in', ids).execute();
  const rowOf = new Map(rows.map(({ searchId, ...row }) => [searchId, row]));
  return ids.flatMap((id) => {
    const row = rowOf.get(id);
    return row ? [withArticle(row)] : [];
  });
}
