import { parseFilter } from '../article/filter.ts';
import { rejectingRule } from '../article/verdict.ts';
import type { Log } from '../log.ts';
import type { Article, EpochMs } from '../model.ts';
import type { StoredEntry } from '../store/entries.ts';
import type { Wanted } from '../store/filters.ts';
import type { Rule } from '../store/ledger.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Chat } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Place } from '../store/subscriptions.ts';

export type FiltersDeps = { store: Pick<Store, 'ledger' | 'outbox'>; now: EpochMs; log: Log };

/** The rule that keeps an article from a place: the feed's own filter, the chat's and the subscription's must let it
 *  pass. A filter that cannot be read any more keeps nothing. */
export function ruleAgainst(
  article: Article,
  { filter }: Pick<Chat, 'filter'>,
  { feedFilter, ownFilter }: Wanted,
): Rule | null {
  const filters = { feed: feedFilter, chat: filter, subscription: ownFilter };
  for (const side of ['feed', 'chat', 'subscription'] as const) {
    const read = parseFilter(filters[side] ?? '');
    const written = read.kind === 'filter' ? rejectingRule(read.filter, article) : null;
    if (written !== null) return { of: side, written };
  }
  return null;
}

/** Of so many of the newest entries, those that pass a strict filter are looked for. */
const LOOKED_AT = 30;

/** The newest entries of these feeds that a place wants, newest first; and whether others were left out for them. */
export async function newestWanted(
  { feedIds, count }: { feedIds: number[]; count: number },
  { place, chat }: { place: Place; chat: Chat },
  { entries, subscriptions }: Pick<Store, 'entries' | 'subscriptions'>,
): Promise<{ wanted: StoredEntry[]; isAnyLeftOut: boolean }> {
  const filters = new Map<number, Wanted | undefined>();
  for (const feedId of feedIds) filters.set(feedId, await subscriptions.wished(place, feedId));
  const isWanted = ({ feedId, article }: StoredEntry) => {
    const filter = filters.get(feedId);
    return !filter || ruleAgainst(article, chat, filter) === null;
  };
  const newest = await entries.newest(feedIds, count);
  const wanted = newest.filter(isWanted);
  if (wanted.length === newest.length) return { wanted, isAnyLeftOut: false };
  const more = (await entries.newest(feedIds, LOOKED_AT)).filter(isWanted);
  return { wanted: more.slice(0, count), isAnyLeftOut: true };
}

/** The rule that keeps what is owed from its chat. What was sent is still revised, and notices always come. */
export function ruleAgainstOwed(delivery: OwedDelivery, log: Log): Rule | null {
  const { id, content, chat } = delivery;
  // An entry that is gone has no article.
  if (content.kind !== 'post' || !content.article) return null;
  try {
    return ruleAgainst(content.article, chat, delivery);
  } catch (error) {
    // Better a post too many than none for anybody.
    log('filter.crashed', { id, chatId: chat.id, error });
    return null;
  }
}

/** Done without a message; the receipt says by which rule. Repeated after a crash it changes nothing. */
export async function leaveOut(
  delivery: OwedDelivery,
  rule: Rule,
  { store, now, log }: FiltersDeps,
): Promise<void> {
  const { id, chatId, feedId } = delivery;
  if (!(await store.ledger.receipt(delivery))) {
    await store.ledger.record(delivery, { messageId: 0, rung: 'filtered', at: now, rule });
    log('delivery.filtered', { id, chatId, feedId, of: rule.of });
  }
  await store.outbox.done(id);
}
