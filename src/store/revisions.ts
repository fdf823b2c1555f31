import type { EpochMs } from '../model.ts';
import type { RevisedEntry } from './commit.ts';
import type { Database } from './schema.ts';

/** Inside a transaction: an entry as it reads now. Where its posts would show something else, a change of them is owed
 *  to every place that follows the feed; answers to how many. */
export async function revise(
  tx: Database,
  feedId: number,
  { entry, now }: { entry: RevisedEntry; now: EpochMs },
): Promise<number> {
  const { id, article, shown, visible } = entry;
  const row = await tx
    .updateTable('entry')
    .set((eb) => ({
      shown,
      ...(article && { article: JSON.stringify(article), title: article.title }),
      ...(visible !== 'no' && { revisions: eb('revisions', '+', 1) }),
    }))
    .where('feedId', '=', feedId)
    .where('id', '=', id)
    .returning('revisions')
    .executeTakeFirst();
  if (visible === 'no' || row === undefined) return 0;
  return owe(tx, { feedId, entryId: id, picture: visible === 'picture' }, row.revisions, now);
}

type Revision = { feedId: number; entryId: string; picture: boolean };

async function owe(
  tx: Database,
  { feedId, entryId, picture }: Revision,
  number: number,
  now: EpochMs,
): Promise<number> {
  const notice = { kind: 'revision', entryId, picture: picture ? 'changed' : 'same' };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('delivery')
    .columns(['chatId', 'threadId', 'feedId', 'entryId', 'notice', 'owedAt', 'dueAt'])
    .expression((eb) =>
      eb
        .selectFrom('subscription')
        .select((select) => [
          'chatId',
          'threadId',
          'feedId',
          select.val(revisionId(number, entryId)).as('entryId'),
          select.val(JSON.stringify(notice)).as('notice'),
          select.val(now).as('owedAt'),
          select.val(now).as('dueAt'),
        ])
        .where('feedId', '=', feedId)
        .where('pausedAt', 'is', null),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** The key under which a change is owed and remembered, beside that of the post itself. */
export function revisionId(change: number | string, entryId: string): string {
  return `revision:${change}:${entryId}`;
}
