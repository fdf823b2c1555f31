import { DatabaseSync } from 'node:sqlite';
import type { Article } from '../src/model.ts';
import { openStore } from '../src/store/store.ts';

/** People who may ask something during a broadcast; they are owed nothing. */
export const FIRST_ASKER = 900_001;
export const FIRST_CHAT = 1_001;

/** A database on disk in which as many chats are owed as many posts each. */
export async function fillOutbox(path: string, { chats, each }: { chats: number; each: number }) {
  const store = await openStore(path);
  const now = Date.now();
  const url = 'https://paper.example.org/feed';
  const added = { url, title: 'Paper', listed: 1, addedBy: null, intervalMs: 86_400_000 };
  const feed = await store.feeds.add(added, now);
  const disk = new DatabaseSync(path);
  disk.exec(`begin;
    with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${chats})
    insert into chat (id, kind, title, notBefore, failures, textOnlyUntil, createdAt)
      select ${FIRST_CHAT} + i, 'private', '', 0, 0, 0, ${now} from n;
    insert into subscription (chatId, threadId, feedId, createdAt)
      select id, 0, ${feed.id}, ${now} from chat;
    commit;`);
  disk.close();
  const fresh = Array.from({ length: each }, (_, index) => {
    const title = `What the town talked about on day ${index + 1}`;
    const link = `https://paper.example.org/${index}`;
    return { id: `entry ${index}`, title, link, at: now, article: article(title, link) };
  });
  const changes = { nextFetchAt: now + 86_400_000, baselineAt: now };
  await store.feeds.commit({ feedId: feed.id, changes, fresh, owedTo: 'subscribers' }, now);
  await store.close();
}

function article(title: string, link: string): Article {
  const words =
    'The council met in the library again, because the bees had not yet left the bank. ';
  return {
    ...{ title, link, author: 'Olga Quill', published: null, picture: null, pictures: [] },
    leads: { short: words, normal: words.repeat(3), long: words.repeat(8) },
    ...{ media: null, categories: ['town'], markdown: words.repeat(40) },
  };
}
