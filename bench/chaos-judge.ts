import type { EpochMs } from '../src/model.ts';
import type { Place } from '../src/store/subscriptions.ts';
import type { Outbox } from './chaos-database.ts';
import type { Interruption } from './chaos-member.ts';
import { titleOf } from './chaos-site.ts';
import { type Accepted, type Called, namesOf } from './chaos-telegram.ts';

export type Evidence = {
  readers: Place[][];
  nothingTwice: number[];
  published: { feed: number; entry: number }[];
  accepted: readonly Accepted[];
  /** The id that a chat had at first. */
  firstIdOf: (chatId: number) => number;
  calls: readonly Called[];
  interruptions: readonly Interruption[];
  /** What the program has given up. */
  dead: Outbox['dead'];
};

export type Verdict = {
  owed: number;
  delivered: number;
  /** In a message that tells only how many more there are. */
  counted: number;
  /** Given up because their answer was lost, in chats that want nothing twice. */
  givenUp: number;
  lost: string[];
  /** Posts that came again, and those of them that no interruption or lost answer explains. */
  repeated: number;
  unexplained: string[];
  outOfOrder: string[];
  /** Calls to a chat before its `retry_after` had passed. */
  early: string[];
};

/** A send can be under way, or its record wait for a disk that fails time and again, for so long before an interruption. */
const UNDER_WAY_MS = 30_000;
/** An answer to somebody can be on its way while another message of the chat meets the flood. */
const CROSSING_MS = 300;
/** What the program had sent when it was interrupted may arrive so much later; its next life takes longer to begin. */
const ARRIVING_MS = 200;

export function judge(evidence: Evidence): Verdict {
  const { first, again } = inTheirOrder(evidence.accepted);
  return {
    ...judgeArrival(evidence, first),
    repeated: again.length,
    unexplained: unexplained(evidence, again),
    outOfOrder: outOfOrder(evidence, first.values()),
    early: early(evidence),
  };
}

/** An entry as a message told a place of it. */
type Told = { place: string; feed: number; entry: number; title: string; message: Accepted };
type Again = Told & { before: Accepted };

function inTheirOrder(accepted: readonly Accepted[]) {
  const first = new Map<string, Told>();
  const latest = new Map<string, Accepted>();
  const again: Again[] = [];
  for (const message of accepted) {
    for (const entry of message.entries) {
      const told = { ...entry, place: placeOf(message), message };
      const key = `${told.place} ${entry.title}`;
      const before = latest.get(key);
      if (before) again.push({ ...told, before });
      else first.set(key, told);
      latest.set(key, message);
    }
  }
  return { first, again };
}

function placeOf({ chatId, threadId }: Place): string {
  return `${chatId}/${threadId}`;
}

function judgeArrival(
  { readers, nothingTwice, published, accepted, dead, firstIdOf }: Evidence,
  first: ReadonlyMap<string, Told>,
): Pick<Verdict, 'owed' | 'delivered' | 'counted' | 'givenUp' | 'lost'> {
  const counted = new Map<string, number>();
  for (const message of accepted) {
    const place = placeOf(message);
    counted.set(place, (counted.get(place) ?? 0) + message.counted);
  }
  const givenUp = new Set(
    dead
      .map((it) => ({ ...it, chatId: firstIdOf(it.chatId) }))
      .filter(({ chatId }) => nothingTwice.includes(chatId))
      .map((it) => `${placeOf(it)} ${it.title}`),
  );
  const owed = published.flatMap(({ feed, entry }) =>
    (readers[feed] ?? []).map((place) => [placeOf(place), titleOf(feed, entry)] as const),
  );
  const missing = owed.filter(([place, title]) => !first.has(`${place} ${title}`));
  const lost = missing.flatMap(([place, title]) => {
    const named = `${place} ${title}`;
    if (givenUp.has(named)) return [];
    const left = counted.get(place) ?? 0;
    counted.set(place, left - 1);
    return left > 0 ? [] : [named];
  });
  const unsure = missing.filter(([place, title]) => givenUp.has(`${place} ${title}`)).length;
  const ofNumber = missing.length - lost.length - unsure;
  return {
    ...{ owed: owed.length, delivered: first.size, counted: ofNumber },
    ...{ givenUp: givenUp.size, lost },
  };
}

/** A post may come again when its answer was lost, or when its message was the last one of its chat before whoever delivered
 *  was interrupted: a chat has one in flight at the most. Where nothing may come twice neither explains anything. */
function unexplained(
  { accepted, calls, interruptions, nothingTwice }: Evidence,
  again: Again[],
): string[] {
  const lostAnswers = new Set(calls.flatMap(({ lost }) => lost ?? []));
  const ofChat = Map.groupBy(accepted, ({ chatId }) => chatId);
  const isLost = ({ chatId, entries }: Accepted) =>
    lostAnswers.has(`${chatId} ${namesOf(entries)}`);
  const isCutOff = (message: Accepted) =>
    interruptions.some(({ at, delivered }) => {
      const soFar = ofChat.get(message.chatId)?.findLast((it) => it.at <= at + ARRIVING_MS);
      return delivered && soFar === message && message.at > at - UNDER_WAY_MS;
    });
  return again
    .filter(
      ({ before }) => nothingTwice.includes(before.chatId) || !(isLost(before) || isCutOff(before)),
    )
    .map(({ place, title, before, message }) => {
      const line = ofChat.get(before.chatId) ?? [];
      const [first, second] = [line.indexOf(before) + 1, line.indexOf(message) + 1];
      const moments = momentsOf(interruptions, before, message);
      return `${place} ${title}: messages ${first} and ${second}, after ${moments}`;
    });
}

/** When two messages came, by each interruption. */
function momentsOf(
  interruptions: readonly Interruption[],
  before: Accepted,
  message: Accepted,
): string {
  const moments = interruptions.map(({ kind, at, until, delivered }) => {
    const what = `${kind}${until > at ? ` of ${until - at} ms` : ''}${delivered ? '' : ' elsewhere'}`;
    return `${what}: ${before.at - at} and ${message.at - at} ms`;
  });
  return moments.join('; ');
}

/** By entry, within a feed and a place. */
function outOfOrder({ interruptions }: Evidence, first: Iterable<Told>): string[] {
  const newest = new Map<string, Told>();
  const faults: string[] = [];
  for (const told of first) {
    const { place, feed, entry, title, message } = told;
    const before = newest.get(`${place} ${feed}`);
    if (before && entry < before.entry) {
      const moments = momentsOf(interruptions, before.message, message);
      faults.push(`${place} ${title} after ${before.title}, after ${moments}`);
    } else newest.set(`${place} ${feed}`, told);
  }
  return faults;
}

function early({ calls, interruptions }: Evidence): string[] {
  const floods = new Map<number, { at: EpochMs; until: EpochMs }>();
  const faults: string[] = [];
  for (const { chatId, method, at, retryAfterMs } of calls) {
    if (!/^(send(?!ChatAction)|edit|copy|forward)/.test(method)) continue;
    const { at: from, until } = floods.get(chatId) ?? { at: 0, until: 0 };
    const since = Math.min(
      ...interruptions.map((it) => (it.at < at ? at - it.at : Number.POSITIVE_INFINITY)),
    );
    if (at > from + CROSSING_MS && at < until) {
      faults.push(
        `${chatId} ${method} ${until - at} ms too early, ${since} ms after an interruption`,
      );
    }
    if (retryAfterMs > 0) floods.set(chatId, { at, until: at + retryAfterMs });
  }
  return faults;
}
