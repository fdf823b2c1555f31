import type { Clock } from '../model.ts';
import type { Store } from '../store/store.ts';
import type { Place } from '../store/subscriptions.ts';

/** What somebody has used up: a chat follows as much as it may; they have brought as many addresses as they may, today or
 *  in all. */
export type Quota = { of: 'chat' | 'day' | 'person'; most: number };

/** How many more feeds somebody may have a chat follow, and how many of them may be addresses that nobody listed. */
export type Room = { feeds: number; addresses: number };

export type Quotas = {
  /** What forbids them one more feed there; null: nothing does, and what is followed already takes no room. */
  against(place: Place, feedId: number, personId: number): Promise<Quota | null>;
  /** What forbids them one more address. */
  againstAddress(personId: number): Promise<Quota | null>;
  room(chatId: number, personId: number): Promise<Room>;
};

export type QuotaDeps = {
  store: Pick<Store, 'subscriptions' | 'brought'>;
  /** Nothing is counted of what they do. */
  owners: number[];
  /** Feeds that a chat may follow, and addresses of one person's that may be followed anywhere. */
  feeds: number;
  /** Addresses that one person may bring in 24 hours. */
  newFeeds: number;
  clock: Pick<Clock, 'now'>;
};

const DAY_MS = 24 * 3_600_000;
const UNBOUNDED: Room = { feeds: Number.POSITIVE_INFINITY, addresses: Number.POSITIVE_INFINITY };

export function createQuotas({ store, owners, feeds, newFeeds, clock }: QuotaDeps): Quotas {
  const { subscriptions, brought } = store;
  const ofDay = (personId: number) => brought.since(personId, clock.now() - DAY_MS);

  return {
    async against(place, feedId, personId) {
      if (owners.includes(personId) || (await subscriptions.own(place, feedId))) return null;
      const followed = await subscriptions.ofChat(place.chatId);
      return followed.length < feeds ? null : { of: 'chat', most: feeds };
    },

    async againstAddress(personId) {
      if (owners.includes(personId)) return null;
      if ((await ofDay(personId)) >= newFeeds) return { of: 'day', most: newFeeds };
      return (await brought.followed(personId)) >= feeds ? { of: 'person', most: feeds } : null;
    },

    async room(chatId, personId) {
      if (owners.includes(personId)) return UNBOUNDED;
      const followed = await subscriptions.ofChat(chatId);
      const left = feeds - (await brought.followed(personId));
      return {
        feeds: Math.max(0, feeds - followed.length),
        addresses: Math.max(0, Math.min(left, newFeeds - (await ofDay(personId)))),
      };
    },
  };
}
