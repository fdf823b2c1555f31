import type { Article } from '../model.ts';
import type { Database } from './schema.ts';
import { characters, indexed } from './searchwords.ts';
import { wordIndexOf } from './wordindex.ts';

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
    .set((eb) => ({ searchId: eb.fn.coalesce('searchId', wordIndexOf(tx).next()) }))
    .where('feedId', '=', feedId)
    .where('id', '=', id)
    .returning('searchId')
    .executeTakeFirst();
  if (row?.searchId) await index(tx, { searchId: row.searchId, feedId, article });
}

/** Puts the words of an article where they are looked for, in place of those that stood there. */
export async function index(
  tx: Database,
  { searchId, feedId, article }: { searchId: number; feedId: number; article: Article },
): Promise<void> {
  const title = `${indexed(article.title)} ${characters(article.title)}`;
  const body = indexed(bodyOf(article));
  const words = { searchId, feedId, title, body, feedWord: feedWord(feedId) };
  await wordIndexOf(tx).put(tx, words);
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
