import { sketchOf } from '../src/article/sketch.ts';
import type { Article } from '../src/model.ts';
import { openStore } from '../src/store/store.ts';

// npm run bench:year [-- feeds [days [every]]]: what the database holds, month by month, when feeds publish every so
// many days, and what is old is forgotten every day. Through the store's own door, in memory, for the size is what is measured.

const [feeds = 1_000, days = 365, every = 4] = process.argv.slice(2).map(Number);
const DAY_MS = 24 * 3_600_000;
const KEEP_MS = 90 * DAY_MS;
/** Entries that a document lists. */
const LISTED = 20;
const WORDS = 250;
const VOCABULARY = 20_000;

const store = await openStore(':memory:');
const startedAt = Date.parse('2026-01-01T00:00:00Z');
let words = 0;

try {
  const ids: number[] = [];
  for (let feed = 0; feed < feeds; feed += 1) ids.push(await follow(feed));
  const listed = new Map<number, string[]>();
  const begun = performance.now();
  for (let day = 0; day < days; day += 1) {
    const now = startedAt + day * DAY_MS;
    for (const id of ids) if ((day + id) % every === 0) await publish(id, day, now);
    const forgotten = await store.retention.forget(agesAt(now), now);
    if (day % 30 === 29 || day === days - 1) await tell(day, forgotten.entries, begun);
  }

  async function publish(feedId: number, day: number, now: number): Promise<void> {
    const title = `${feedId} ${day}`;
    const article = articleOf(title, now);
    const sketch = sketchOf(article.markdown);
    const fresh = [{ id: title, title, link: null, at: now, article, sketch }];
    const all = [title, ...(listed.get(feedId) ?? [])].slice(0, LISTED);
    listed.set(feedId, all);
    const changes = { lastSuccessAt: now };
    await store.feeds.commit({ feedId, changes, fresh, listed: all, owedTo: 'subscribers' }, now);
    for (const { id, chatId, threadId, entryId } of await store.outbox.heads(now, [], 50)) {
      const receipt = { messageId: 1, rung: 'text', at: now };
      await store.ledger.record({ chatId, threadId, feedId, entryId }, receipt);
      await store.outbox.done(id);
    }
  }
} finally {
  await store.close();
}

/** Each feed has one reader. */
async function follow(feed: number): Promise<number> {
  const url = `http://${feed}.example.org/feed`;
  const known = { url, title: `Feed ${feed}`, listed: 1, addedBy: null, intervalMs: 3_600_000 };
  const { id } = await store.feeds.add(known, startedAt);
  const chat = { id: 1_000 + feed, kind: 'private', title: 'Reader', languageHint: null } as const;
  await store.chats.meet(chat, startedAt);
  await store.subscriptions.add({ chatId: chat.id, threadId: 0 }, id, startedAt);
  return id;
}

function agesAt(now: number) {
  const month = now - 30 * DAY_MS;
  return {
    ...{ entriesBefore: now - KEEP_MS, deadBefore: month, owedBefore: month },
    picturesBefore: month,
  };
}

/** Words follow each other without a pattern, so that no two articles tell the same. */
function articleOf(title: string, published: number): Article {
  const text = Array.from({ length: WORDS }, () => {
    words = (words * 1_103_515_245 + 12_345) % 2_147_483_648;
    return `word${words % VOCABULARY}`;
  }).join(' ');
  const lead = text.slice(0, 200);
  return {
    ...{ title, published, markdown: text, leads: { short: lead, normal: lead, long: lead } },
    ...{ link: `http://example.org/${encodeURIComponent(title)}`, author: null, picture: null },
    ...{ pictures: [], media: null, categories: [] },
  };
}

async function tell(day: number, forgotten: number, begun: number): Promise<void> {
  const megabytes = Math.round((await store.bytes()) / 1e6);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  process.stdout.write(
    `day ${String(day + 1).padStart(4)}: ${String(megabytes).padStart(6)} MB, ${forgotten} forgotten that day, ${seconds} s so far\n`,
  );
}
