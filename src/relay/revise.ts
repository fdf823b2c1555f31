import { createHash } from 'node:crypto';
import { shownOf, sourceOf } from '../article/shown.ts';
import type { Article, Entry, EpochMs } from '../model.ts';
import type { RevisedEntry } from '../store/commit.ts';
import type { KnownEntry } from '../store/entries.ts';
import type { Store } from '../store/store.ts';

/** For so long, and so often, posts follow what their publisher changes. */
const REVISED_MS = 48 * 3_600_000;
const MOST_REVISIONS = 3;

export type ReviseDeps = {
  store: Pick<Store, 'entries'>;
  now: EpochMs;
  read: (entry: Entry) => Promise<Article>;
};

/** The known entries among these that are not as they were, with their articles as they read now. */
export async function revisedEntries(
  feedId: number,
  listed: { entry: Entry; known: KnownEntry }[],
  { store, now, read }: ReviseDeps,
): Promise<RevisedEntry[]> {
  const revised: RevisedEntry[] = [];
  for (const { entry, known } of listed) {
    // What was too old to be read when it was first seen shows nothing that could change.
    if (known.shown === null || known.seenAt <= now - REVISED_MS) continue;
    if (isAsBefore(entry, known.shown)) continue;
    const article = await read(entry);
    const shown = shownMarks(entry, article);
    const changes = changesBetween(known.shown, shown);
    const before = await store.entries.article(feedId, entry.id);
    revised.push({
      id: entry.id,
      shown,
      article: before ? combined(before, article, changes) : null,
      visible: known.revisions < MOST_REVISIONS ? visibleIn(changes) : 'no',
    });
  }
  return revised;
}

/** What an entry's posts show, as short hashes: of all that it is made from, of its title, lead and picture. */
export function shownMarks(entry: Entry, article: Article): string {
  const { title, lead, picture } = shownOf(article);
  return [sourceOf(entry), title, lead, picture].map(hash).join(' ');
}

type Changes = { title: boolean; lead: boolean; picture: boolean };

function isAsBefore(entry: Entry, shown: string): boolean {
  return shown.split(' ', 1)[0] === hash(sourceOf(entry));
}

function changesBetween(before: string, after: string): Changes {
  const [, title, lead, picture] = before.split(' ');
  const [, newTitle, newLead, newPicture] = after.split(' ');
  return { title: title !== newTitle, lead: lead !== newLead, picture: picture !== newPicture };
}

function visibleIn({ title, lead, picture }: Changes): RevisedEntry['visible'] {
  if (picture) return 'picture';
  return title || lead ? 'words' : 'no';
}

/** What the feed has not changed stays, for it may have come from the article's own page, and be more than the feed has. */
function combined(before: Article, after: Article, { lead, picture }: Changes): Article {
  const isFromPage = before.markdown.length > 2 * after.markdown.length + 500;
  return {
    ...after,
    leads: lead ? after.leads : before.leads,
    picture: picture ? after.picture : before.picture,
    ...(isFromPage && { markdown: before.markdown }),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
