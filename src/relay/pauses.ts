import type { Clock, EpochMs } from '../model.ts';
import type { Store } from '../store/store.ts';
import type { Place, SubscribedFeed } from '../store/subscriptions.ts';

export type PauseDeps = {
  store: Pick<Store, 'subscriptions'>;
  clock: Pick<Clock, 'now'>;
  wakeDelivery: () => void;
};

type Followed = Pick<SubscribedFeed, 'id' | 'threadId'>;

/** Nothing more of these feeds comes to a chat until `resumeFeeds`. */
export async function pauseFeeds(
  chatId: number,
  feeds: Followed[],
  { store, clock }: PauseDeps,
): Promise<void> {
  for (const { id, threadId } of feeds) {
    await store.subscriptions.pause({ chatId, threadId }, id, clock.now());
  }
}

/** Ends their pauses; answers how many entries were missed, which come together. */
export async function resumeFeeds(
  chatId: number,
  feeds: Followed[],
  { store, clock, wakeDelivery }: PauseDeps,
): Promise<number> {
  let missed = 0;
  for (const { id, threadId } of feeds) {
    missed += await store.subscriptions.resume({ chatId, threadId }, id, clock.now());
  }
  wakeDelivery();
  return missed;
}

/** Like a pause that nobody has to end. */
export async function muteFeed(
  place: Place,
  feedId: number,
  { until, store, clock }: Pick<PauseDeps, 'store' | 'clock'> & { until: EpochMs },
): Promise<void> {
  await store.subscriptions.mute(place, feedId, { now: clock.now(), until });
}

/** Ends pauses whose time is over: what was missed comes then, in one message. */
export function createUnmuting({ store, clock, wakeDelivery }: PauseDeps): {
  tick(): Promise<void>;
} {
  return {
    async tick() {
      const due = await store.subscriptions.unmuted(clock.now());
      for (const { feedId, ...place } of due) {
        await store.subscriptions.resume(place, feedId, clock.now());
      }
      if (due.length > 0) wakeDelivery();
    },
  };
}
