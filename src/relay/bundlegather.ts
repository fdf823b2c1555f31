import type { BundleKind } from '../store/bundles.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { BundleRound } from './bundle.ts';
import { leaveOut, ruleAgainstOwed } from './filters.ts';
import { isToldAlready } from './stories.ts';

/** One line of a message that tells of several: an entry, and those of other feeds that tell the same. */
export type BundleEntry = { delivery: OwedDelivery; also: OwedDelivery[] };

export type GatheredBundle = {
  kind: BundleKind;
  /** In the order of their importance: of a digest, of which nothing is lost, the oldest first; else the newest. */
  entries: BundleEntry[];
  /** What is due besides, and was not looked at. */
  more: number;
  newestId: number;
};

/** More lines than one message has room for (`MAX_ENTITIES`). */
const LOOKED_AT = 90;

/** What is due of the head's bundle and still to be told; what is not is done with. */
export async function gather(head: OwedDelivery, round: BundleRound): Promise<GatheredBundle> {
  const { store, clock } = round;
  const { chatId, threadId } = head;
  const kind = head.bundle ?? 'many';
  const first = kind === 'digest' ? 'oldest' : 'newest';
  const of = { chatId, threadId, bundle: kind };
  const { owed, more } = await store.bundles.due(of, clock.now(), { limit: LOOKED_AT, first });
  const untold: OwedDelivery[] = [];
  for (const delivery of owed) if (!(await isSettled(delivery, round))) untold.push(delivery);
  const entries = oncePerStory(untold);
  const newestId = Math.max(head.id, ...owed.map(({ id }) => id));
  return { kind, entries: first === 'newest' ? entries.reverse() : entries, more, newestId };
}

/** Whether nothing is to be told of it; then it is done. */
async function isSettled(
  delivery: OwedDelivery,
  { store, clock, log }: BundleRound,
): Promise<boolean> {
  const { id, content } = delivery;
  const now = clock.now();
  const isGone = content.kind !== 'post' || !content.article;
  if (isGone || (await store.ledger.receipt(delivery))) {
    await store.outbox.done(id);
    return true;
  }
  const rule = ruleAgainstOwed(delivery, log);
  if (rule) await leaveOut(delivery, rule, { store, now, log });
  return rule !== null || (await isToldAlready(delivery, { store, now, log }));
}

/** A story that several feeds tell is one line, that of the first. */
function oncePerStory(owed: OwedDelivery[]): BundleEntry[] {
  const entries: BundleEntry[] = [];
  const tellers = new Map<string, BundleEntry>();
  for (const delivery of owed) {
    const { content, chat, feedId } = delivery;
    const story = content.kind === 'post' && chat.stories !== 'all' ? content.story : '';
    const teller = tellers.get(story);
    if (teller && teller.delivery.feedId !== feedId) {
      teller.also.push(delivery);
      continue;
    }
    const entry: BundleEntry = { delivery, also: [] };
    if (story !== '') tellers.set(story, entry);
    entries.push(entry);
  }
  return entries;
}
