import type { Feed, Subscription } from './schema.ts';

/** Which entries of one feed are wanted in one place, besides what the chat wants: by the feed's owner, and there. */
export type Wanted = { feedFilter: Feed['filter']; ownFilter: Subscription['filter'] };

/** {@link Wanted} in SQL, of a feed and a subscription that may be missing. */
export const wanted = ['feed.filter as feedFilter', 'subscription.filter as ownFilter'] as const;
