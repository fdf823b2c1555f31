import type { EpochMs } from '../model.ts';
import type { RevisedEntry } from './commit.ts';
import { makeFindable } from './findable.ts';
import { oweToFollowers } from './owe.ts';
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
  if (article && row) await makeFindable(tx, { feedId, id }, article);
  if (visible === 'no' || row === undefined) return 0;
  const picture = visible === 'picture' ? 'changed' : 'same';
  const change = owedChange({ entryId: id, picture }, row.revisions);
  return oweToFollowers(tx, { feedId, ...change, line: 'none' }, now);
}

/** What a delivery's `notice` says of a change of a post; its own `entryId` is that of the post. */
export type Revision = { kind: 'revision'; entryId: string; picture: 'changed' | 'same' };

/** Whether this is what a delivery's `notice` says of a change. */
export function isRevision(notice: string | null): boolean {
  return notice !== null && (JSON.parse(notice) as { kind: string }).kind === 'revision';
}

/** The columns of a change that is owed. `reason`: its number, or why; each once, beside the post itself. */
export function owedChange(
  { entryId, picture }: Omit<Revision, 'kind'>,
  reason: number | string,
): { entryId: string; notice: string } {
  const notice: Revision = { kind: 'revision', entryId, picture };
  return { entryId: `revision:${reason}:${entryId}`, notice: JSON.stringify(notice) };
}
