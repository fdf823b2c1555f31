import type { EpochMs } from '../model.ts';
import type { BundleKind } from '../store/bundles.ts';
import type { StoredEntry } from '../store/entries.ts';
import { titleOf } from '../store/feeds.ts';
import { RECEIPTS_KEPT_MS, type Rule } from '../store/ledger.ts';
import { NEVER } from '../store/moments.ts';
import type { Chat, Delivery } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Place } from '../store/subscriptions.ts';
import { ruleAgainst } from './filters.ts';
import { reasonOf } from './reasons.ts';

/** What became of an entry in a place, and which rule, setting, limit or error says so. */
export type Fate =
  | { kind: 'sent'; at: EpochMs; revisions: number }
  /** In one message with others. */
  | { kind: 'bundled'; at: EpochMs; bundle: BundleKind }
  /** Another feed had told the same: its post names this feed. */
  | { kind: 'told'; by: string; link: string | null }
  | { kind: 'filtered'; at: EpochMs; rule: Rule }
  | { kind: 'held'; since: EpochMs; reason: string }
  /** `reason`: the answer that makes it wait, where it is one. */
  | { kind: 'waiting'; until: EpochMs; reason: string | null }
  | { kind: 'digest'; until: EpochMs }
  | { kind: 'quiet'; until: EpochMs }
  | { kind: 'next' }
  | { kind: 'dead'; at: EpochMs; reason: string }
  | { kind: 'notFollowed' }
  | { kind: 'paused'; since: EpochMs }
  /** It was there before the chat followed the feed. */
  | { kind: 'earlier'; since: EpochMs }
  /** Its post was owed and is not any more: what waited was dropped, when the chat came back or ended a subscription. */
  | { kind: 'dropped' }
  /** Longer ago than receipts are kept: it may have been sent. */
  | { kind: 'longAgo' };

export type WhyDeps = {
  store: Pick<Store, 'ledger' | 'outbox' | 'subscriptions' | 'entries' | 'feeds' | 'notes'>;
  now: EpochMs;
};

export async function fateOf(
  entry: StoredEntry,
  { place, chat }: { place: Place; chat: Chat },
  { store, now }: WhyDeps,
): Promise<Fate> {
  const key = { ...place, feedId: entry.feedId, entryId: entry.id };
  const receipt = await store.ledger.receipt(key);
  if (receipt?.rung === 'told') return toldBy(entry, place, store);
  if (receipt?.rule) return { kind: 'filtered', at: receipt.at, rule: receipt.rule };
  if (receipt?.bundle) return { kind: 'bundled', at: receipt.at, bundle: receipt.bundle };
  if (receipt) return { kind: 'sent', at: receipt.at, revisions: entry.revisions };
  const delivery = await store.outbox.find(key);
  if (delivery && delivery.dueAt !== NEVER) {
    const rule = delivery.bundle && (await ruleOf(entry, { place, chat }, store));
    return rule ? { kind: 'filtered', at: now, rule } : owedFate(delivery, chat, { store, now });
  }
  const followed = await store.subscriptions.ofChat(place.chatId);
  const here = followed.filter(
    ({ id, threadId }) => id === entry.feedId && threadId === place.threadId,
  );
  const [subscription] = here;
  if (!subscription) return { kind: 'notFollowed' };
  if (subscription.pausedAt !== null) return { kind: 'paused', since: subscription.pausedAt };
  const since = subscription.subscribedAt;
  if (entry.seenAt <= since) return { kind: 'earlier', since };
  return { kind: entry.seenAt <= now - RECEIPTS_KEPT_MS ? 'longAgo' : 'dropped' };
}

/** What is told together is looked through only then. */
async function ruleOf(
  { feedId, article }: StoredEntry,
  { place, chat }: { place: Place; chat: Chat },
  { subscriptions }: WhyDeps['store'],
): Promise<Rule | null> {
  const wished = await subscriptions.wished(place, feedId);
  return wished ? ruleAgainst(article, chat, wished) : null;
}

async function toldBy(
  { story }: StoredEntry,
  place: Place,
  { ledger, entries, feeds }: WhyDeps['store'],
): Promise<Fate> {
  const told = await ledger.told(place, story);
  const feed = told && (await feeds.byId(told.feedId));
  const article = told && (await entries.article(told.feedId, told.entryId));
  return { kind: 'told', by: feed ? titleOf(feed) : '', link: article?.link ?? null };
}

async function owedFate(
  { chatId, threadId, deadAt, deadReason, dueAt, bundle }: Delivery,
  { heldAt, heldReason, quietUntil, notBefore }: Chat,
  { store, now }: WhyDeps,
): Promise<Fate> {
  if (deadAt !== null) return { kind: 'dead', at: deadAt, reason: deadReason ?? '' };
  if (heldAt !== null) return { kind: 'held', since: heldAt, reason: heldReason ?? '' };
  if (bundle === 'digest' && dueAt > now) return { kind: 'digest', until: dueAt };
  if (quietUntil > now) return { kind: 'quiet', until: quietUntil };
  const until = Math.max(dueAt, notBefore);
  if (until <= now) return { kind: 'next' };
  // The whole chat waits, or this topic of it.
  const place = { chatId, threadId: notBefore > now ? 0 : threadId };
  return { kind: 'waiting', until, reason: await reasonOf(place, store) };
}
