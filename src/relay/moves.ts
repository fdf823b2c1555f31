import type { FeedChanges } from '../store/commit.ts';
import type { Feed } from '../store/schema.ts';

/** So often in a row a server has to say that a feed has moved for good: some say it by mistake, and of a login page. */
const BELIEVED_AFTER = 3;

/** What to remember of an answer's permanent redirects (301, 308), if there were any, and where the feed is from now on. */
export function moveOf(
  feed: Pick<Feed, 'url' | 'movedTo' | 'movedTimes'>,
  permanentUrl: string | null,
): { changes: FeedChanges; newUrl: string | null } {
  if (permanentUrl === null || permanentUrl === feed.url)
    return { changes: { movedTo: null, movedTimes: 0 }, newUrl: null };
  const movedTimes = permanentUrl === feed.movedTo ? feed.movedTimes + 1 : 1;
  return {
    changes: { movedTo: permanentUrl, movedTimes },
    newUrl: movedTimes >= BELIEVED_AFTER ? permanentUrl : null,
  };
}
