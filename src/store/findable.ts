import { sql } from 'kysely';
import type { Article } from '../model.ts';
import type { Database } from './schema.ts';
import { characters, indexed } from './searchwords.ts';

/** Of longer articles the beginning is searched, in UTF-16 units. */
const INDEXED_LIMIT = 8_000;

/** Inside the transaction that keeps the article: from now on it is found by its words. */
export async function makeFindable(
  tx: Database,
  { feedId, id }: { feedId: number; id: string },
  article: Article,
): Promise<void> {
  const row = await tx
    .updateTable('entry')
    .set((eb) => ({ searchId: sql`coalesce(${eb.ref('searchId')}, ${nextSearchId})` }))
    .where('feedId', '=', feedId)
    .where('id', '=', id)
    .returning('searchId')
    .executeTakeFirst();
  if (row?.searchId) await index(tx, { searchId: row.searchId, feedId, article });
}

const nextSearchId = sql`(select coalesce(max(${sql.ref('searchId')}), 0) + 1 from entry)`;

/** Puts the words of an article where they are looked for, in place of those that stood there. */
export async function index(
  tx: Database,
  { searchId, feedId, article }: { searchId: number; feedId: number; article: Article },
): Promise<void> {
  const title = `${indexed(article.title)} ${characters(article.title)}`;
  const body = indexed(bodyOf(article));
  await sql`insert or replace into search (rowid, title, body, feed)
    values (${searchId}, ${title}, ${body}, ${feedWord(feedId)})`.execute(tx);
}

/** What can be read of an article besides its title; addresses are not read. */
function bodyOf({ author, leads, markdown }: Article): string {
  const text = markdown
    .slice(0, 3 * INDEXED_LIMIT)
    .replace(/\]\([^)\s]*/g, ' ')
    .replace(/https?:\S+/g, ' ')
    .slice(0, INDEXED_LIMIT);
  return `${author ?? ''}\n${leads.normal}\n${text}`;
}

/** Nobody can type it as a word. */
export function feedWord(feedId: number): string {
  return `#${feedId}`;
}
