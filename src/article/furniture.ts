import type { Entry } from '../model.ts';
import { pictureFingerprint } from './blocks.ts';
import { cleanBody } from './clean.ts';
import { endsOf } from './ends.ts';
import type { TreeNode } from './tree.ts';

/** What stands at the ends of a feed's entries: how often each block has been met, and in how many entries. Older ones
 *  weigh less, so that a new footer is soon known for one. Kept with its feed as JSON. */
export type Furniture = { entries: number; ends: Record<string, number> };

/** Boilerplate stands in that many entries, and in that part of them. */
const RECURRING = 2.5;
const RECURRING_SHARE = 0.4;
/** What one more entry leaves of the weight of those before it: about twenty count. */
const DECAY = 0.95;
/** Blocks that may still turn out to recur: the newest of those met once. */
const MET_ONCE = 12;
const KEPT = 40;
/** Of many entries at once the newest say it all. */
const READ = 30;

/** The bodies of entries that have been cleaned already, by the entries' ids: cleaning is half of reading. */
export type CleanBodies = Map<string, TreeNode>;

/** What is known of a feed's furniture after these entries, oldest first; their bodies go into `bodies`. */
export function learnFurniture(
  known: Furniture | null,
  entries: Entry[],
  bodies: CleanBodies = new Map(),
): Furniture {
  let total = known?.entries ?? 0;
  const ends = new Map(Object.entries(known?.ends ?? {}));
  for (const entry of entries.slice(-READ)) {
    total = total * DECAY + 1;
    for (const [end, count] of ends) ends.set(end, count * DECAY);
    const body = cleanBody(entry.content || entry.summary, entry.baseUrl);
    bodies.set(entry.id, body);
    for (const end of new Set([...endsOf(body), ...namedOf(entry)])) {
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  }
  return { entries: rounded(total), ends: Object.fromEntries(worthKeeping(ends)) };
}

/** Fingerprints of the blocks that recur: footers, newsletter calls, banners. */
export function recurringEnds({ entries, ends }: Furniture): Set<string> {
  const least = Math.max(RECURRING, entries * RECURRING_SHARE);
  return new Set(Object.keys(ends).filter((end) => (ends[end] ?? 0) >= least));
}

/** The picture that the feed names first, as the block of a body that shows it; a podcast's cover is all it has. */
function namedOf({ pictures: [first], enclosures }: Entry): Set<string> {
  const isCover = enclosures.length > 0;
  return new Set(first && !isCover ? [pictureFingerprint(first.url)] : []);
}

function worthKeeping(ends: Map<string, number>): [string, number][] {
  const byWeight = [...ends].sort(([, a], [, b]) => b - a);
  const often = byWeight.filter(([, count]) => count > 1);
  const once = byWeight.filter(([, count]) => count <= 1);
  return [...often, ...once.slice(0, MET_ONCE)]
    .slice(0, KEPT)
    .map(([end, count]) => [end, rounded(count)]);
}

function rounded(count: number): number {
  return Math.round(count * 100) / 100;
}
