import type { EpochMs } from '../model.ts';
import type { BundleKind } from '../store/bundles.ts';
import type { LedgerKey } from '../store/ledger.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { SendOutcome } from '../telegram/send.ts';
import { type BundleEntry, type GatheredBundle, gather } from './bundlegather.ts';
import { soundAt } from './quiet.ts';
import type { Round } from './round.ts';
import { type Answered, settle } from './settle.ts';
import { rememberTold } from './stories.ts';
import type { Turn } from './turn.ts';

/** What one message told of, and what Telegram answered. */
export type ToldBundle = {
  kind: BundleKind;
  entries: BundleEntry[];
  outcome: SendOutcome;
  sentAt: EpochMs;
  /** What the message told of by its number alone. */
  counted: Counted[];
};

type Counted = LedgerKey & { id: number };

export type BundleRound = Pick<
  Round,
  | 'store'
  | 'sendPost'
  | 'renderBundle'
  | 'warn'
  | 'clock'
  | 'log'
  | 'defaultTimeZone'
  | 'unsettledBundles'
>;

/**
 * Tells of deliveries of one place that are due, in one message. What finds no room in a digest stays due and comes in
 * the next one; of other bundles it is told by its number. Each has its receipt once Telegram has said yes, so a crash
 * repeats only those that have none.
 */
export async function deliverBundle(
  head: OwedDelivery,
  turn: Turn,
  round: BundleRound,
): Promise<SendOutcome['kind'] | 'nothing'> {
  const key = bundleKey(head);
  const told = round.unsettledBundles.get(key) ?? (await tell(head, turn, round));
  if (told === 'nothing' || told === 'notOurs') return told;
  const { outcome } = told;
  if (outcome.kind === 'sent') {
    round.unsettledBundles.set(key, told);
    await settleTold(head, { ...told, outcome }, round);
    round.unsettledBundles.delete(key);
  } else if (outcome.kind !== 'notOurs') {
    await settleUntold({ ...told, outcome }, round);
  }
  return outcome.kind;
}

/** What is told together at one place. */
export function bundleKey({ chatId, threadId, bundle }: OwedDelivery): string {
  return `${chatId}:${threadId}:${bundle}`;
}

async function tell(
  head: OwedDelivery,
  turn: Turn,
  round: BundleRound,
): Promise<ToldBundle | 'nothing' | 'notOurs'> {
  const { store, sendPost, renderBundle, clock, defaultTimeZone } = round;
  const { chatId, threadId, chat } = head;
  const bundle = await gather(head, round);
  if (bundle.entries.length === 0) return 'nothing';
  const sentAt = clock.now();
  const { post, told } = renderBundle({ ...bundle, chat, now: sentAt });
  const entries = bundle.entries.slice(0, told);
  const counted = await countedBesides(entries, bundle, head, round);
  const all = [...deliveriesOf(entries), ...counted];
  const begun = all.map(({ id }) => store.underWay.begin(id, sentAt));
  if ((await Promise.all(begun)).includes('notOurs')) return 'notOurs';
  const to = { chatId, threadId, ...soundAt(sentAt, chat, defaultTimeZone) };
  const outcome = await turn(() => sendPost({ ...to, pictures: 'wanted' }, post));
  return { kind: bundle.kind, entries, counted, outcome, sentAt };
}

/** A digest tells of nothing by its number: what finds no room comes in the next one. */
async function countedBesides(
  entries: BundleEntry[],
  { kind, newestId }: GatheredBundle,
  { chatId, threadId }: OwedDelivery,
  { store, clock }: BundleRound,
): Promise<Counted[]> {
  if (kind === 'digest') return [];
  const told = new Set(deliveriesOf(entries).map(({ id }) => id));
  const all = await store.bundles.upTo({ chatId, threadId, bundle: kind }, newestId, clock.now());
  return all.filter(({ id }) => !told.has(id));
}

type Sent = Extract<SendOutcome, { kind: 'sent' }>;

/** The receipts are written at the same time, so that one sync to disk serves them all. */
async function settleTold(
  { chatId, chat }: OwedDelivery,
  { kind, entries, counted, outcome }: ToldBundle & { outcome: Sent },
  { store, clock, log }: BundleRound,
): Promise<void> {
  const { ledger, bundles, chats } = store;
  const [at, { messageId, rung, refused }] = [clock.now(), outcome];
  log('bundle.sent', { chatId, bundle: kind, count: entries.length, rung });
  for (const refusal of refused) log('rung.refused', { chatId, ...refusal });
  // First what others of the story are measured by, as with posts.
  const titles = (also: OwedDelivery[]) => also.map(({ feedTitle }) => feedTitle);
  await Promise.all(
    entries.map(({ delivery, also }) => rememberTold(delivery, ledger, titles(also))),
  );
  const receipt = { messageId, rung: 'digest', at, bundle: kind };
  // What a crash leaves without one is told by name in the next message: nothing that is older than what this one named.
  await Promise.all(counted.map((it) => ledger.record(it, receipt)));
  await Promise.all(
    entries.flatMap(({ delivery, also }) => [
      ledger.record(delivery, receipt),
      ...also.map((it) => ledger.record(it, { messageId: 0, rung: 'told', at })),
    ]),
  );
  await bundles.done([...deliveriesOf(entries), ...counted].map(({ id }) => id));
  if (chat.failures > 0) await chats.wait(chatId, 0, 0);
}

/** The first stands for all, and for their chat. */
async function settleUntold(
  { entries, counted, outcome, sentAt }: ToldBundle & { outcome: Exclude<Answered, Sent> },
  { store, warn, clock, log }: BundleRound,
): Promise<void> {
  const [first, ...others] = deliveriesOf(entries);
  if (!first) return;
  const together = [...others, ...counted].map(({ id }) => id);
  await settle(first, outcome, { store, now: clock.now(), sentAt, together, warn, log });
}

function deliveriesOf(entries: BundleEntry[]): OwedDelivery[] {
  return entries.flatMap(({ delivery, also }) => [delivery, ...also]);
}
