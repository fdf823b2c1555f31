import type { Chat, Feed, Subscription } from './schema.ts';

/** What people want of how posts look, as far as they have chosen. */
export type ChatLook = Pick<
  Chat,
  'style' | 'summary' | 'hashtags' | 'stories' | 'postButtons' | 'sound'
>;
export type OwnLook = Pick<Subscription, 'style' | 'summary' | 'hashtags' | 'template'>;

/** What is wanted of one feed's posts in one place besides what the chat wants: by the feed's owner, and there. */
export type WishedLook = {
  feedStyle: Feed['style'];
  feedSummary: Feed['summary'];
  feedCategory: Feed['category'];
  ownStyle: OwnLook['style'];
  ownSummary: OwnLook['summary'];
  ownHashtags: OwnLook['hashtags'];
  ownTemplate: OwnLook['template'];
};

/** {@link WishedLook} in SQL, of a feed and a subscription that may be missing. */
export const wishedLook = [
  'feed.style as feedStyle',
  'feed.summary as feedSummary',
  'feed.category as feedCategory',
  'subscription.style as ownStyle',
  'subscription.summary as ownSummary',
  'subscription.hashtags as ownHashtags',
  'subscription.template as ownTemplate',
] as const;
