import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CleanBodies } from '../article/furniture.ts';
import { readArticle } from '../article/read.ts';
import type { Article, Entry } from '../model.ts';
import type { Pages } from './pages.ts';

/** An entry as people read it. Others have their turn before it, so that a long document holds nobody up. */
export type ReadEntry = (entry: Entry, known: KnownOfFeed) => Promise<Article>;

/** What its feed teaches of an entry: what recurs in it, and its body if that has been cleaned already. */
export type KnownOfFeed = { repeated: ReadonlySet<string>; bodies?: CleanBodies };

/** Longer HTML can hold the event loop for more than 50 ms: it is read in the thread, where a time limit ends it. */
const GIANT_CHARS = 50_000;

/** Of a giant that even the thread does not manage, the beginning is read. */
export function createReadEntry(pages: Pick<Pages, 'readEntry'>): ReadEntry {
  return async (entry, known) => {
    if (!isGiant(entry)) return readHere(entry, known);
    const read = await pages.readEntry(entry, known.repeated);
    return read.kind === 'article' ? read.article : readHere(beginningOf(entry), known);
  };
}

export const readHere: ReadEntry = async (entry, { repeated, bodies }) => {
  await nextTurn();
  const body = bodies?.get(entry.id);
  bodies?.delete(entry.id);
  return readArticle(entry, { repeated, body });
};

export function isGiant({ content, summary }: Entry): boolean {
  return content.length + summary.length > GIANT_CHARS;
}

function beginningOf(entry: Entry): Entry {
  const half = GIANT_CHARS / 2;
  return {
    ...entry,
    content: entry.content.slice(0, half).toWellFormed(),
    summary: entry.summary.slice(0, half).toWellFormed(),
  };
}
