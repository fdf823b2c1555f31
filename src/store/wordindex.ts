import type { RawBuilder } from 'kysely';
import { isPostgres } from './dialect.ts';
import { fts5 } from './fts5.ts';
import type { Database } from './schema.ts';
import { tsvector } from './tsvector.ts';

/** The words of one article. `feedWord`: nobody can type it. */
export type Indexed = {
  searchId: number;
  feedId: number;
  title: string;
  body: string;
  feedWord: string;
};

/** Which articles are sought, and what makes one of them better than another. */
export type Match = { condition: string; merits: string[] };

/** Where words occur, and how the database at hand is asked for that. */
export type WordIndex = {
  /** These words, one right after the other; the last may go on. */
  exactly(words: string[]): string;
  beginning(words: string[]): string;
  either(alternatives: string[]): string;
  all(conditions: string[]): string;
  but(wanted: string, unwanted: string): string;
  /** In place of what stood there before. */
  put(tx: Database, indexed: Indexed): Promise<void>;
  /** The number of the next article, in SQL. */
  next(): RawBuilder<number>;
  /** The newest that match, of these feeds or of all (null), with how well each does. */
  rank(
    db: Database,
    match: Match,
    asked: { feedIds: number[] | null; limit: number },
  ): Promise<{ searchId: number; score: number }[]>;
};

export function wordIndexOf(db: Database): WordIndex {
  return isPostgres(db) ? tsvector : fts5;
}
