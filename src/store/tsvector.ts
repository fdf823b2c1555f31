import { type Kysely, sql } from 'kysely';
import type { WordIndex } from './wordindex.ts';

/** PostgreSQL's index of the same words. They are given to it as they are, places and all: no dictionary of the server's
 *  has a say in what is found. */
export const tsvector: WordIndex = {
  exactly: (words) => `(${words.map(lexeme).join(' <-> ')})`,
  beginning: (words) => `(${words.map(lexeme).join(' <-> ')}:*)`,
  either: (alternatives) => `(${alternatives.join(' | ')})`,
  all: (conditions) => conditions.join(' & '),
  but: (wanted, unwanted) => `(${wanted}) & !${unwanted}`,

  async put(tx, { searchId, feedId, title, body, feedWord }) {
    const titleWords = wordsOf(title);
    // A gap: no phrase goes from the title on into the text.
    const vector = [
      ...placed(titleWords, { first: 1, weight: 'A' }),
      ...placed(wordsOf(body), { first: titleWords.length + 3, weight: 'B' }),
      `${lexeme(feedWord)}:${LAST_PLACE}`,
    ].join(' ');
    await sql`insert into search (${sql.ref('searchId')}, ${sql.ref('feedId')}, words)
      values (${searchId}, ${feedId}, ${vector}::tsvector)
      on conflict (${sql.ref('searchId')}) do update set words = excluded.words`.execute(tx);
  },

  // Not the greatest and one more: others may be counting too.
  next: () => sql<number>`nextval('"searchNumber"')`,

  async rank(db, { condition, merits }, { feedIds, limit }) {
    const others = feedIds === null ? sql`` : sql`and ${sql.ref('feedId')} = any(${feedIds})`;
    // A title counts eight times as much as a text; long articles count less.
    const worths = merits.map((it) => sql`ts_rank('{0, 0, 0.125, 1}', words, ${it}::tsquery, 1)`);
    const worth = sql.join(worths, sql` + `);
    const { rows } = await sql<{ searchId: number; score: number }>`
      select ${sql.ref('searchId')}, ${worth} as score
      from search, cast(${condition} as tsquery) as sought where words @@ sought ${others}
      order by ${sql.ref('searchId')} desc limit ${limit}`.execute(db);
    return rows;
  },
};

/** PostgreSQL counts no further, and takes no words longer than 2,046 bytes. */
const LAST_PLACE = 16_383;
const LONGEST_WORD = 500;

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function placed(words: string[], { first, weight }: { first: number; weight: 'A' | 'B' }) {
  return words.map((it, index) => `${lexeme(it)}:${Math.min(first + index, LAST_PLACE)}${weight}`);
}

/** In quotes, in which nothing but a quote and a backslash has a meaning of its own. */
function lexeme(word: string): string {
  return `'${word.slice(0, LONGEST_WORD).toWellFormed().replace(/['\\]/g, '$&$&')}'`;
}

export async function createTsvector(db: Kysely<unknown>): Promise<void> {
  const [searchId, feedId] = [sql.ref('searchId'), sql.ref('feedId')];
  await sql`create table search (${searchId} bigint primary key,
    ${feedId} integer not null, words tsvector not null)`.execute(db);
  await sql`create index ${sql.ref('searchWords')} on search using gin (words)`.execute(db);
  await sql`create sequence ${sql.ref('searchNumber')}`.execute(db);
  await sql`create function ${sql.ref('forgetEntry')}() returns trigger language plpgsql as
    'begin delete from search where "searchId" = old."searchId"; return null; end'`.execute(db);
  await sql`create trigger ${sql.ref('entryForgotten')} after delete on entry
    for each row when (old.${searchId} is not null)
    execute function ${sql.ref('forgetEntry')}()`.execute(db);
}
