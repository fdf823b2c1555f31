import type { EpochMs } from '../src/model.ts';
import type { BotCall } from '../src/playground/calls.ts';
import type { Place } from '../src/store/subscriptions.ts';
import { titleOf, toldIn } from './chaos-site.ts';
import type { Accepted } from './chaos-telegram.ts';

export type Evidence = {
  readers: Place[][];
  published: { feed: number; entry: number; at: EpochMs }[];
  /** When a chat that was away had the bot back: of what it missed it gets the newest, and the number of the rest. */
  returns: ReadonlyMap<number, EpochMs>;
  accepted: readonly Accepted[];
  /** The id that a chat had at first. */
  firstIdOf: (chatId: number) => number;
  calls: readonly BotCall[];
  kills: readonly EpochMs[];
  /** Delivery ids by chat, in the order in which they were sent. */
  sent: ReadonlyMap<number, number[]>;
};

export type Verdict = {
  owed: number;
  delivered: number;
  /** Owed, published before their chat came back to the bot, and so perhaps only counted. */
  skipped: number;
  lost: string[];
  /** Posts that came again, and those of them that no kill or lost answer explains. */
  repeated: number;
  unexplained: string[];
  outOfOrder: string[];
  /** Calls to a chat before its `retry_after` had passed, and floods that a kill made the program forget. */
  early: string[];
  forgottenFloods: number;
};

/** An entry published so shortly before a chat came back may be owed before it or after. */
const RETURN_MS = 10_000;
/** An answer that a killed program has got less than so long before may not be on its disk. */
const WRITING_MS = 500;
/** A send can be under way, or its record wait for a locked disk, for so long before a kill. */
const UNDER_WAY_MS = 10_000;
/** What the program had sent when it was killed may arrive so much later; its next life takes longer to begin. */
const ARRIVING_MS = 200;

export function judge(evidence: Evidence): Verdict {
  const first = new Map<string, Accepted>();
  const again: Accepted[] = [];
  for (const post of evidence.accepted) {
    const key = keyOf(post, post.title);
    if (first.has(key)) again.push(post);
    else first.set(key, post);
  }
  return {
    ...judgeArrival(evidence, first),
    repeated: again.length,
    unexplained: unexplained(evidence, again),
    outOfOrder: outOfOrder(evidence, [...first.values()]),
    ...judgeFloods(evidence),
  };
}

function keyOf({ chatId, threadId }: Place, title: string): string {
  return `${chatId}/${threadId} ${title}`;
}

function judgeArrival(
  { readers, published, returns }: Evidence,
  first: ReadonlyMap<string, Accepted>,
): Pick<Verdict, 'owed' | 'delivered' | 'skipped' | 'lost'> {
  let owed = 0;
  let skipped = 0;
  const lost: string[] = [];
  for (const { feed, entry, at } of published) {
    for (const place of readers[feed] ?? []) {
      owed += 1;
      const key = keyOf(place, titleOf(feed, entry));
      if (first.has(key)) continue;
      const returnedAt = returns.get(place.chatId) ?? Number.NEGATIVE_INFINITY;
      if (at < returnedAt + RETURN_MS) skipped += 1;
      else lost.push(key);
    }
  }
  return { owed, delivered: first.size, skipped, lost };
}

/** A post may come again when its answer was lost, or when it was the last one of its chat before a kill: a chat has one
 *  in flight at the most. Each reason explains one. */
function unexplained(evidence: Evidence, again: Accepted[]): string[] {
  const { accepted, calls, kills, firstIdOf } = evidence;
  const lostAnswers = calls
    .filter(({ answer }) => answer === 'reset after')
    .map(({ params }) => `${firstIdOf(Number(params.chat_id))} ${titleIn(params)}`);
  const used = new Set<string>();
  return again.flatMap((post) => {
    const key = keyOf(post, post.title);
    const lostAt = lostAnswers.indexOf(`${post.chatId} ${post.title}`);
    if (lostAt >= 0) {
      lostAnswers.splice(lostAt, 1);
      return [];
    }
    const kill = kills.find((at) => {
      const reason = `${at} ${post.chatId}`;
      return !used.has(reason) && at <= post.at && wasInFlight(post, at, accepted);
    });
    if (kill === undefined) return [key];
    used.add(`${kill} ${post.chatId}`);
    return [];
  });
}

function titleIn(params: BotCall['params']): string {
  return toldIn(JSON.stringify(params))?.title ?? '';
}

function wasInFlight(post: Accepted, kill: EpochMs, accepted: readonly Accepted[]): boolean {
  const arrived = kill + ARRIVING_MS;
  const last = accepted.findLast(({ chatId, at }) => chatId === post.chatId && at <= arrived);
  return last?.title === post.title && last.at > kill - UNDER_WAY_MS;
}

/** By entry within a feed and a place; by delivery within a chat, but for forums: a closed topic waits alone. */
function outOfOrder({ sent, readers }: Evidence, first: Accepted[]): string[] {
  const faults: string[] = [];
  const newest = new Map<string, number>();
  for (const { chatId, threadId, feed, entry, title } of first) {
    const line = `${chatId}/${threadId} ${feed}`;
    if (entry < (newest.get(line) ?? -1)) faults.push(keyOf({ chatId, threadId }, title));
    newest.set(line, Math.max(entry, newest.get(line) ?? -1));
  }
  const forums = new Set(readers.flat().flatMap((it) => (it.threadId > 0 ? [it.chatId] : [])));
  for (const [chatId, ids] of sent) {
    const isForum = forums.has(chatId);
    const late = ids.filter((id, index) => !isForum && id < (ids[index - 1] ?? 0));
    faults.push(...late.map((id) => `${chatId} delivery ${id}`));
  }
  return faults;
}

function judgeFloods({ calls, kills }: Evidence): Pick<Verdict, 'early' | 'forgottenFloods'> {
  const floods = new Map<unknown, { from: EpochMs; until: EpochMs; forgotten: boolean }>();
  const early: string[] = [];
  const forgottenFloods = new Set<object>();
  for (const call of calls) {
    const { method, params, at, answer } = call;
    if (!/^(send(?!ChatAction)|edit|copy|forward)/.test(method)) continue;
    const flood = floods.get(params.chat_id);
    if (flood && at < flood.until) {
      if (flood.forgotten) forgottenFloods.add(flood);
      else early.push(`${params.chat_id} ${method} ${flood.until - at} ms too early`);
    }
    if (typeof answer !== 'object' || answer === null || answer.ok) continue;
    const seconds = answer.parameters?.retry_after ?? 0;
    const forgotten = kills.some((kill) => kill >= at && kill < at + WRITING_MS);
    if (seconds > 0)
      floods.set(params.chat_id, { from: at, until: at + seconds * 1_000, forgotten });
  }
  return { early, forgottenFloods: forgottenFloods.size };
}
