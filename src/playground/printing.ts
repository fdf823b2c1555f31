import type { Published } from './protocol.ts';
import type { Site } from './site.ts';

/** Prints an article for whoever looks at that chat. */
export type PrintArticle = (chatId: number) => Promise<Published>;

type PrintingDeps = {
  site: Pick<Site, 'publish' | 'feeds'>;
  /** Paths of the site's feeds that a chat follows just now. */
  followedIn(chatId: number): Promise<string[]>;
};

/** In a feed that the chat follows, one after the other if it follows several; else in the one whose turn it is. */
export function createPrinting({ site, followedIn }: PrintingDeps): PrintArticle {
  let printed = 0;
  return async (chatId) => {
    const followed = await followedIn(chatId);
    const wanted = followed[printed % followed.length];
    printed += 1;
    const { title, feedPath } = site.publish(wanted);
    const feed = site.feeds.find(({ path }) => path === feedPath)?.title ?? '';
    return { title, feed, isFollowed: wanted !== undefined };
  };
}
