import type { Failure } from '../src/playground/failures.ts';
import type { NewChat } from '../src/playground/founding.ts';
import type { Place } from '../src/store/subscriptions.ts';
import { type Chance, createChance } from './chaos-chance.ts';
import { type DatabaseFault, type DatabaseKind, FAULTS_OF } from './chaos-database.ts';

/** What goes wrong, and when: milliseconds after the first entry is published. What lasts says for how long. */
export type Fault = { atMs: number } & (
  | { kind: 'kill'; whom: Whom }
  | { kind: 'freeze'; whom: Whom; forMs: number }
  | { kind: DatabaseFault | 'outage' | 'slow'; forMs: number }
  | { kind: 'clock'; byMs: number }
  | { kind: 'answer'; chatId: number; failure: Failure }
  | { kind: 'away' | 'noPictures' | 'closed'; chatId: number; forMs: number }
  | { kind: 'migrate'; chatId: number }
  | { kind: 'site'; feed: number; answer: SiteFault }
);

/** One of the processes by its number, from 0 on, or whichever delivers just then. */
export type Whom = number | 'deliverer';

export type SiteFault = 'error' | 'reset' | 'half';

/** Feeds are known by their number, from 0 on; `readers` are the places that subscribe to each. */
export type Plan = {
  seed: number;
  seconds: number;
  chats: NewChat[];
  readers: Place[][];
  /** Chats, by their first id, that want nothing twice: there a message whose answer was lost is given up. */
  nothingTwice: number[];
  /** Moment and feed of each entry. */
  entries: { atMs: number; feed: number }[];
  faults: Fault[];
};

export type Size = {
  seed: number;
  /** For so long entries are published and things go wrong; then all is mended, and what is owed has to arrive. */
  seconds: number;
  feeds: number;
  chats: number;
  entriesPerSecond: number;
  kills: number;
  processes: number;
  database: DatabaseKind;
};

export const OWNER = 1;
const TOPICS = ['One', 'Two'];
const FEEDS_OF_A_PLACE = 8;

/** Everything that will happen, drawn from the seed alone. */
export function planChaos(size: Size): Plan {
  const chance = createChance(size.seed);
  const chats = Array.from({ length: size.chats }, (_, index) => newChat(index));
  const readers: Place[][] = Array.from({ length: size.feeds }, () => []);
  for (const place of chats.flatMap(placesOf)) {
    for (const wire of chance.some(FEEDS_OF_A_PLACE, readers)) wire.push(place);
  }
  const read = readers.flatMap((places, feed) => (places.length > 0 ? [feed] : []));
  const entries = Array.from({ length: size.seconds * size.entriesPerSecond }, () => ({
    atMs: chance.below(size.seconds * 1_000),
    feed: chance.pick(read),
  })).sort((one, other) => one.atMs - other.atMs);
  const faults = planFaults(size, chats, chance).sort((one, other) => one.atMs - other.atMs);
  const nothingTwice = chats.flatMap(({ id }, index) => (index % 10 === 3 ? [id] : []));
  return {
    ...{ seed: size.seed, seconds: size.seconds },
    chats,
    readers,
    nothingTwice,
    entries,
    faults,
  };
}

function newChat(index: number): NewChat {
  const title = `Chat ${index}`;
  switch (index % 10) {
    case 5:
    case 6:
      return { id: -1_000 - index, type: 'group', title };
    case 7:
      return { id: -1_000_000_500_000 - index, type: 'supergroup', title };
    case 8:
      return { id: -1_000_000_600_000 - index, type: 'supergroup', title, topics: TOPICS };
    case 9:
      return { id: -1_000_000_700_000 - index, type: 'channel', title, bot: 'administrator' };
    default:
      return { id: 1_000 + index, type: 'private', title };
  }
}

function placesOf({ id, topics }: NewChat): Place[] {
  const threads = topics?.map((_, at) => at + 2) ?? [0];
  return threads.map((threadId) => ({ chatId: id, threadId }));
}

/** Nothing new goes wrong in the last third, so that waits which double have an end. */
function planFaults(size: Size, chats: NewChat[], chance: Chance): Fault[] {
  const { seconds, feeds, database } = size;
  const lastMs = (seconds * 1_000 * 2) / 3;
  const at = () => chance.between(300, lastMs);
  const idsOf = (...kinds: NewChat['type'][]) =>
    chats.filter(({ type, topics }) => kinds.includes(type) && !topics).map(({ id }) => id);
  const forums = chats.filter(({ topics }) => topics).map(({ id }) => id);
  const share = (count: number, ids: number[]) => chance.some(Math.ceil(ids.length / count), ids);
  const shortly = () => chance.between(300, Math.min(2_000, seconds * 300));
  const machine = [...FAULTS_OF[database], 'slow' as const].flatMap((kind) =>
    Array.from({ length: Math.ceil(seconds / 20) }, () => ({
      kind,
      atMs: at(),
      forMs: shortly(),
    })),
  );
  return [
    ...machine,
    ...Array.from({ length: Math.floor(seconds / 30) }, () => {
      return { kind: 'outage' as const, atMs: at(), forMs: shortly() };
    }),
    ...Array.from({ length: Math.ceil(seconds / 15) }, () => {
      return {
        kind: 'clock' as const,
        atMs: at(),
        byMs: chance.pick([-1, 1]) * chance.between(1_500, 5_000),
      };
    }),
    ...planInterruptions(size, lastMs, chance),
    ...Array.from({ length: Math.ceil(seconds / 20) }, () => storm(chats, at(), chance)).flat(),
    ...share(6, idsOf('private', 'channel', 'supergroup')).map((chatId) => {
      return { kind: 'away' as const, atMs: at(), chatId, forMs: shortly() };
    }),
    ...share(5, idsOf('private', 'supergroup')).map((chatId) => {
      return { kind: 'noPictures' as const, atMs: at(), chatId, forMs: shortly() };
    }),
    ...share(2, forums).map((chatId) => {
      return { kind: 'closed' as const, atMs: at(), chatId, forMs: shortly() };
    }),
    ...share(2, idsOf('group')).map((chatId) => ({ kind: 'migrate' as const, atMs: at(), chatId })),
    ...Array.from({ length: seconds }, () => {
      const answer = chance.pick(['error', 'reset', 'half'] as const);
      return { kind: 'site' as const, atMs: at(), feed: chance.below(feeds), answer };
    }),
  ];
}

/** Longer than a process that is not heard of counts as living, or nearly so. */
const FROZEN_MS = [8_000, 15_000] as const;

/** Only where others could take over is anybody frozen. */
function planInterruptions(
  { seconds, kills, processes }: Size,
  lastMs: number,
  chance: Chance,
): Fault[] {
  const anybody = (): Whom =>
    processes > 1 && chance.below(2) > 0 ? chance.below(processes) : 'deliverer';
  const freezes = processes > 1 ? Math.ceil(seconds / 20) : 0;
  return [
    ...momentsApart(kills, lastMs, chance).map((atMs) => {
      return { kind: 'kill' as const, atMs, whom: anybody() };
    }),
    ...momentsApart(freezes, lastMs, chance).map((atMs) => {
      const forMs = chance.between(...FROZEN_MS);
      return { kind: 'freeze' as const, atMs, forMs, whom: anybody() };
    }),
  ];
}

/** Each in its own part of the time, so that the program also lives for a while. */
function momentsApart(count: number, lastMs: number, chance: Chance): number[] {
  const partMs = lastMs / Math.max(1, count);
  return Array.from({ length: count }, (_, index) =>
    chance.between((index + 0.5) * partMs, (index + 1) * partMs),
  );
}

/** Within half a second a third of all chats meet something. */
function storm(chats: NewChat[], atMs: number, chance: Chance): Fault[] {
  const flood = (seconds: number): Failure => ({
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  });
  const broken: Failure = { error_code: 500, description: 'Internal Server Error' };
  const failures: Failure[] = [flood(1), flood(2), broken];
  return chance.some(Math.ceil(chats.length / 3), chats).map(({ id }) => ({
    kind: 'answer' as const,
    atMs: atMs + chance.below(500),
    chatId: id,
    failure: chance.pick([...failures, 'reset before', 'reset after', 'html 502'] as const),
  }));
}
