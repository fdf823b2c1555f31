import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import { visibleLine } from '../post/headline.ts';
import { shorten } from '../post/text.ts';
import { titleOf } from '../store/feeds.ts';
import type { Feed, Topic } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Answer } from '../telegram/answer.ts';
import type { Refusal } from '../telegram/refusal.ts';
import { TOPIC_NAME_LIMIT, type TopicCalls } from '../telegram/topics.ts';

export type TopicDeps = {
  store: Pick<Store, 'topics' | 'outbox'>;
  /** At their turn in the pace, before broadcasts. */
  topicCalls: TopicCalls;
  clock: Pick<Clock, 'now'>;
};

/** What becomes of the topics that feeds have. */
export type TopicKeeping = {
  /** Makes anew what people have deleted, and renames what has a new name. Calls may overlap. */
  tick(): Promise<void>;
};

type KeepDeps = TopicDeps & {
  log: Log;
  onOwed: () => void;
  /** By what was tried to make them anew: what Telegram has made and the disk does not know, and lost answers. */
  tried: Map<string, { threadId: number | null; lost: number }>;
};

/** At one tick; the others have their turn at the next. */
const AT_ONCE = 20;

/** A refusal that says nothing of the topic: it is tried again at the next tick. */
const PASSING: Refusal['kind'][] = ['flood', 'passing', 'uncertain', 'unauthorized'];
/** Each lost answer may have been a yes, and then there is a topic that nobody uses. */
const MOST_LOST = 2;

/** A power cut between Telegram's yes and the disk leaves one topic that nobody uses; a faulty disk leaves none. */
export function createTopicKeeping(parts: Omit<KeepDeps, 'tried'>): TopicKeeping {
  const deps: KeepDeps = { ...parts, tried: new Map() };
  const { store, clock } = deps;
  let isBusy = false;
  return {
    async tick() {
      if (isBusy) return;
      isBusy = true;
      try {
        for (const topic of await store.topics.wanting(clock.now(), AT_ONCE)) {
          await (topic.goneAt === null ? rename(topic, deps) : mend(topic, deps));
        }
      } finally {
        isBusy = false;
      }
    },
  };
}

/** Makes the topic of a feed, and keeps it; what the feed had in the place `from` moves into it. */
export async function openTopic(
  { feed, chatId, from }: { feed: Feed; chatId: number; from: number | null },
  { store, topicCalls }: TopicDeps,
): Promise<Answer<number>> {
  const [feedId, name] = [feed.id, topicName(feed)];
  const made = await topicCalls.open(chatId, { name, feedId });
  if (made.kind !== 'sent') return made;
  const topic = { chatId, feedId, threadId: made.message, name, remadeAt: null };
  await store.topics.settle(topic, from);
  return made;
}

/** What the topic of a feed is called: its name on one line. */
export function topicName(feed: Pick<Feed, 'name' | 'title' | 'url'>): string {
  const name = shorten(visibleLine(titleOf(feed)), TOPIC_NAME_LIMIT);
  return name || (URL.parse(feed.url)?.host ?? 'Feed').slice(0, TOPIC_NAME_LIMIT);
}

async function mend(topic: Topic, deps: KeepDeps): Promise<void> {
  const { store, clock, log, onOwed, tried } = deps;
  const { chatId, feedId, threadId } = topic;
  const name = topic.renameTo ?? topic.name;
  const made = await openOnce({ chatId, feedId, name }, deps);
  if (made.kind !== 'sent' && isPassing(made, tried.get(keyOf(topic))?.lost)) return;
  if (made.kind === 'sent') {
    const remade = { chatId, feedId, threadId: made.message, name, remadeAt: clock.now() };
    await store.topics.settle(remade, threadId);
    log('topic.remade', { chatId, feedId, threadId: made.message });
  } else {
    await store.topics.giveUp(topic, clock.now());
    // Whoever delivers meets with the topic's end once more, pauses what went there, and tells.
    await store.outbox.freeTopic({ chatId, threadId });
    log('topic.failed', { chatId, feedId, reason: made.reason });
  }
  tried.delete(keyOf(topic));
  onOwed();
}

/** What Telegram has made is not made again because the disk failed to keep it. */
async function openOnce(
  topic: Pick<Topic, 'chatId' | 'feedId' | 'name'>,
  { topicCalls, tried }: KeepDeps,
): Promise<Answer<number>> {
  const { threadId, lost } = tried.get(keyOf(topic)) ?? { threadId: null, lost: 0 };
  if (threadId !== null) return { kind: 'sent', message: threadId };
  const made = await topicCalls.open(topic.chatId, topic);
  if (made.kind === 'sent') tried.set(keyOf(topic), { threadId: made.message, lost });
  if (made.kind === 'uncertain') tried.set(keyOf(topic), { threadId, lost: lost + 1 });
  return made;
}

function isPassing({ kind }: Refusal, lost = 0): boolean {
  return PASSING.includes(kind) && lost <= MOST_LOST;
}

function keyOf({ chatId, feedId }: Pick<Topic, 'chatId' | 'feedId'>): string {
  return `${chatId}:${feedId}`;
}

async function rename(topic: Topic, { store, topicCalls, log }: KeepDeps): Promise<void> {
  const { chatId, threadId, feedId, name, renameTo } = topic;
  if (renameTo !== null && renameTo !== name) {
    const renamed = await topicCalls.rename(chatId, threadId, renameTo);
    if (renamed.kind !== 'sent' && isPassing(renamed)) return;
    if (renamed.kind !== 'sent') log('topic.failed', { chatId, feedId, reason: renamed.reason });
  }
  await store.topics.renamed(topic);
}
