import { idsFor, keysFor, marksOf, recognise } from '../feed/known.ts';
import type { ParsedFeed } from '../feed/parse.ts';
import type { Entry } from '../model.ts';
import type { MarkedEntry } from '../store/commit.ts';
import type { KnownEntry } from '../store/entries.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

export type Compared = {
  listed: Entry[];
  unseen: Entry[];
  seen: { entry: Entry; known: KnownEntry }[];
  marked: MarkedEntry[];
};

/** The entries of a document under the ids by which this feed knows them, each once; those it has not shown before; and
 *  what to recognise them by from now on. The one in which it breaks off is left for the next time. */
export async function compare(
  feed: Feed,
  { entries, cutOff, siteUrl }: ParsedFeed,
  { entries: memory }: Pick<Store, 'entries'>,
): Promise<Compared> {
  const whole = entries.filter(({ id }) => id !== cutOff);
  const { known, lastListedAt } = await memory.recall(feed.id, { ids: idsFor(whole) });
  const ids = new Set(known.map(({ id }) => id));
  const strangers = whole.filter(({ id }) => !ids.has(id));
  if (strangers.length > 0) {
    const alike = await memory.recall(feed.id, keysFor(strangers));
    known.push(...alike.known.filter(({ id }) => !ids.has(id)));
  }
  const byId = new Map(known.map((it) => [it.id, it]));
  const names = recognise(whole, { known, lastListedAt }, siteUrl);
  const named = new Map(whole.map((entry, index) => [names[index] ?? entry.id, entry]));
  const listed = [...named].map(([id, entry]) => ({ ...entry, id }));
  return {
    listed,
    unseen: listed.filter(({ id }) => !byId.has(id)),
    seen: listed.flatMap((entry) => {
      const known = byId.get(entry.id);
      return known ? [{ entry, known }] : [];
    }),
    marked: listed
      .map((entry) => ({ id: entry.id, ...marksOf(entry) }))
      .filter((it) => isMarkedAnew(it, byId.get(it.id))),
  };
}

function isMarkedAnew(now: MarkedEntry, before: KnownEntry | undefined): boolean {
  return (
    now.linkKey !== before?.linkKey ||
    now.titleKey !== before.titleKey ||
    now.published !== before.published
  );
}
