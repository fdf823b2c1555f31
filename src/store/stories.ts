import type { EpochMs } from '../model.ts';
import type { FreshEntry } from './commit.ts';
import type { Database } from './schema.ts';

/** For so long the same words are the same story; later they are an anniversary. */
const STORY_MS = 72 * 3_600_000;
/** Of the sixteen parts of a sketch: with as many in common, four fifths of two texts are one. */
const SAME_PARTS = 13;
const FRONT_PAGE = /^https?:\/\/[^/]*\/?$/;

/** Inside a transaction: finds the entry of another feed that told the same before, by its link or its words. */
export async function joinStory(
  tx: Database,
  feedId: number,
  { entry, now }: { entry: FreshEntry; now: EpochMs },
): Promise<void> {
  if (entry.article === null) return;
  const since = now - STORY_MS;
  const sketch = entry.sketch ?? [];
  const first =
    (await byLink(tx, feedId, entry.id, since)) ?? (await byWords(tx, feedId, sketch, since));
  if (first !== undefined) {
    const story = first.story ?? first.token;
    await tx
      .updateTable('entry')
      .set({ story })
      .where('feedId', '=', feedId)
      .where('id', '=', entry.id)
      .execute();
  }
  if (sketch.length === 0) return;
  await tx.deleteFrom('sketch').where('at', '<=', since).execute();
  await tx
    .insertInto('sketch')
    .values(sketch.map((band) => ({ band, feedId, entryId: entry.id, at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type Told = { story: string | null; token: string };

async function byLink(
  tx: Database,
  feedId: number,
  entryId: string,
  since: EpochMs,
): Promise<Told | undefined> {
  const own = await tx
    .selectFrom('entry')
    .select('linkKey')
    .where('feedId', '=', feedId)
    .where('id', '=', entryId)
    .executeTakeFirst();
  // Entries that link to a front page have nothing else in common.
  if (!own?.linkKey || FRONT_PAGE.test(own.linkKey)) return undefined;
  return tx
    .selectFrom('entry')
    .select(['story', 'token'])
    .where('linkKey', '=', own.linkKey)
    .where('seenAt', '>', since)
    .where('feedId', '!=', feedId)
    .where('article', 'is not', null)
    .orderBy('seenAt')
    .executeTakeFirst();
}

async function byWords(
  tx: Database,
  feedId: number,
  sketch: string[],
  since: EpochMs,
): Promise<Told | undefined> {
  if (sketch.length === 0) return undefined;
  return tx
    .selectFrom('sketch')
    .innerJoin('entry', (join) =>
      join.onRef('entry.feedId', '=', 'sketch.feedId').onRef('entry.id', '=', 'sketch.entryId'),
    )
    .select(['entry.story', 'entry.token'])
    .where('sketch.band', 'in', sketch)
    .where('sketch.at', '>', since)
    .where('sketch.feedId', '!=', feedId)
    .groupBy(['entry.story', 'entry.token', 'sketch.at'])
    .having((eb) => eb(eb.fn.countAll(), '>=', SAME_PARTS))
    .orderBy('sketch.at')
    .executeTakeFirst();
}
