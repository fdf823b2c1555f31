import type { Article, EpochMs, Notice } from '../model.ts';
import { AT_ONCE } from './moments.ts';
import { owedChange, type Revision } from './revisions.ts';
import type { Database } from './schema.ts';

/** What is owed: an entry's post, a change of one that was sent, or a notice of its feed. */
export type OwedContent =
  | ({ kind: 'post' } & ReadableEntry)
  | ({ kind: 'revision'; picture: 'changed' | 'same' } & ReadableEntry)
  | { kind: 'notice'; notice: Notice };

type ReadableEntry = {
  entryId: string;
  article: Article;
  token: string;
  /** The token of the first entry, of any feed, that told the same. */
  story: string;
};

/** Why a change is owed: each reason once. */
export type OwedChange = { reason: string; now: EpochMs };

type StoredEntry = {
  entryId: string;
  article: string | null;
  token: string | null;
  story: string | null;
};

export function readable({ entryId, article, token, story }: StoredEntry): OwedContent {
  return { kind: 'post', ...entryIn({ entryId, article, token, story }) };
}

/** What the `notice` of a delivery says. */
export async function told(db: Database, feedId: number, notice: string): Promise<OwedContent> {
  const saying = JSON.parse(notice) as Notice | Revision;
  if (saying.kind !== 'revision') return { kind: 'notice', notice: saying };
  const { entryId, picture } = saying;
  const entry = await db
    .selectFrom('entry')
    .select(['id as entryId', 'article', 'token', 'story'])
    .where('feedId', '=', feedId)
    .where('id', '=', entryId)
    .executeTakeFirst();
  const none = { entryId, article: null, token: null, story: null };
  return { kind: 'revision', picture, ...entryIn(entry ?? none) };
}

type Sent = { chatId: number; threadId: number; feedId: number; entryId: string };

/** See `Outbox.oweChange`; a feed that is gone since has nothing to change. */
export async function oweChange(
  db: Database,
  { chatId, threadId, feedId, entryId }: Sent,
  { reason, now }: OwedChange,
): Promise<void> {
  const change = owedChange({ entryId, picture: 'same' }, reason);
  await db
    .insertInto('delivery')
    .columns(['chatId', 'threadId', 'feedId', 'entryId', 'notice', 'owedAt', 'dueAt'])
    .expression((eb) =>
      eb
        .selectFrom('feed')
        .select((select) => [
          select.val(chatId).as('chatId'),
          select.val(threadId).as('threadId'),
          'id as feedId',
          select.val(change.entryId).as('entryId'),
          select.val(change.notice).as('notice'),
          select.val(now).as('owedAt'),
          select.val(AT_ONCE).as('dueAt'),
        ])
        .where('id', '=', feedId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function entryIn({ entryId, article, token, story }: StoredEntry): ReadableEntry {
  return {
    entryId,
    article: JSON.parse(article ?? 'null') as Article,
    token: token ?? '',
    story: story ?? token ?? '',
  };
}
