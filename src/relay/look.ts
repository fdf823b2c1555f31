import type { Look, PostStyle, SummaryLength } from '../model.ts';
import type { WishedLook } from '../store/looks.ts';
import type { Chat } from '../store/schema.ts';

/** The words for them, as people write and pick them. */
export const STYLES: PostStyle[] = ['picture', 'text', 'link', 'rich', 'album'];
export const LENGTHS: SummaryLength[] = ['short', 'normal', 'long'];

/** How a feed's posts look in one place: as that subscription wants it, else the chat, else the feed's owner. */
export function lookOf(
  chat: Pick<Chat, 'style' | 'summary' | 'hashtags'>,
  wished: Omit<WishedLook, 'feedCategory'>,
): Look {
  return {
    style: wished.ownStyle ?? chat.style ?? wished.feedStyle ?? 'picture',
    summary: wished.ownSummary ?? chat.summary ?? wished.feedSummary ?? 'normal',
    hashtags: wished.ownHashtags ?? chat.hashtags ?? 'off',
    template: wished.ownTemplate,
  };
}
