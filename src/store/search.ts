import { readable, type StoredEntry, withArticle } from './entries.ts';
import { titleOf } from './feeds.ts';
import { feedWord } from './findable.ts';
import type { Database } from './schema.ts';
import { indexed, indexedTerm, type Sought, soughtIn, type Term } from './searchwords.ts';
import { type Match, type WordIndex, wordIndexOf } from './wordindex.ts';

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

/** Asks the index of the database at hand for what `findable.ts` has put there. */
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

async function matchOf(db: Database, sought: Sought, feedIds: number[]): Promise<Match> {
  const index = wordIndexOf(db);
  const feeds = await namesOf(db, feedIds);
  const wordOf = (feedId: number) => index.exactly([feedWord(feedId)]);
  const wanted = sought.wanted.map((term) =>
    index.either([...occurring(term, index), ...feedsCalled(term, feeds).map(wordOf)]),
  );
  const own = isFew(feedIds) ? [index.either(feedIds.map(wordOf))] : [];
  const condition = index.all([...wanted, ...own]);
  const faults = sought.unwanted.flatMap((term) => occurring(term, index));
  return {
    condition: faults.length > 0 ? index.but(condition, index.either(faults)) : condition,
    merits: sought.wanted.flatMap((term) => occurring(term, index)),
  };
}

/** A finished word counts more than one that it begins. */
function occurring(term: Term, index: WordIndex): string[] {
  const words = indexedTerm(term).split(' ');
  return term.open ? [index.exactly(words), index.beginning(words)] : [index.exactly(words)];
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
function feedsCalled(term: Term, feeds: NamedFeed[]): number[] {
  const sought = ` ${indexedTerm(term)}${term.open ? '' : ' '}`;
  return feeds.filter(({ words }) => words.includes(sought)).map(({ id }) => id);
}

type Hit = { searchId: number; score: number };

/** A title counts more than a text. Of scores that are nearly equal the newest comes first. */
async function rank(db: Database, match: Match, feedIds: number[]): Promise<Hit[]> {
  const others = isFew(feedIds) ? null : feedIds;
  const hits = await wordIndexOf(db).rank(db, match, { feedIds: others, limit: RANKED });
  const step = ({ score }: Hit) => Math.round(2 * Math.log2(score));
  return hits.sort((a, b) => step(b) - step(a) || b.searchId - a.searchId);
}

/** With more of them it is quicker to look at each hit than to look for words of feeds. */
const FEW_FEEDS = 100;

function isFew(feedIds: number[]): boolean {
  return feedIds.length <= FEW_FEEDS;
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
