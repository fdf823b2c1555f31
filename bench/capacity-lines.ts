import type { EpochMs } from '../src/model.ts';
import type { DeliverDeps } from '../src/relay/round.ts';
import type { OwedDelivery } from '../src/store/outbox.ts';
import { kindOf } from './capacity-run.ts';

/** An outbox in memory, for millions of deliveries: each feed has a line, and feeds take turns, as in `store/due.ts`. */
export type Lines = {
  store: DeliverDeps['store'];
  owe(feedId: number, chatIds: Iterable<number>, now: EpochMs): void;
  left(): number;
};

type Owed = { id: number; chatId: number; feedId: number; owedAt: EpochMs; isDone: boolean };
type Line = { owed: Owed[]; first: number };

/** So far one look goes into one line. */
const FRONT = 500;

export function createLines(): Lines {
  const lines = new Map<number, Line>();
  const handedOut = new Map<number, Owed>();
  let [made, left, last] = [0, 0, 0];

  return { owe, left: () => left, store: storeOf({ heads, done }) };

  function owe(feedId: number, chatIds: Iterable<number>, now: EpochMs): void {
    const line = lines.get(feedId) ?? { owed: [], first: 0 };
    lines.set(feedId, line);
    for (const chatId of chatIds) {
      made += 1;
      left += 1;
      line.owed.push({ id: made, chatId, feedId, owedAt: now, isDone: false });
    }
  }

  async function heads(_now: EpochMs, busy: number[], limit: number): Promise<OwedDelivery[]> {
    const taken = new Set(busy);
    const found: Owed[] = [];
    const looks = new Set(inTurns().map((feedId) => lookInto(lines.get(feedId), taken)));
    while (looks.size > 0 && found.length < limit) {
      for (const look of looks) {
        const owed = look.next().value;
        if (owed) found.push(owed);
        else looks.delete(look);
      }
    }
    last = found[0]?.feedId ?? last;
    const first = found.slice(0, limit);
    for (const owed of first) handedOut.set(owed.id, owed);
    return first.map(asOwed);
  }

  /** Beginning behind whoever had the first turn before. */
  function inTurns(): number[] {
    const ids = [...lines.keys()].sort((a, b) => a - b);
    const behind = ids.findIndex((id) => id > last);
    return behind < 0 ? ids : [...ids.slice(behind), ...ids.slice(0, behind)];
  }

  async function done(id: number): Promise<void> {
    const owed = handedOut.get(id);
    const line = lines.get(owed?.feedId ?? 0);
    handedOut.delete(id);
    if (!owed || !line || owed.isDone) return;
    owed.isDone = true;
    left -= 1;
    while (line.owed[line.first]?.isDone) line.first += 1;
    if (line.first === line.owed.length) lines.delete(owed.feedId);
  }
}

/** Each chat once. */
function* lookInto(line: Line | undefined, taken: Set<number>): Generator<Owed, undefined> {
  if (line === undefined) return;
  for (let at = line.first; at < Math.min(line.owed.length, line.first + FRONT); at += 1) {
    const owed = line.owed[at];
    if (owed === undefined || owed.isDone || taken.has(owed.chatId)) continue;
    taken.add(owed.chatId);
    yield owed;
  }
}

/** What is the same of every delivery here; nothing of it is looked at but what keeps a post from being sent. */
const PLAIN = {
  ...{ threadId: 0, bundle: null, ownDigest: null, feedFilter: null, ownFilter: null },
  ...{ dueAt: 0, isInCrowd: false, content: { kind: 'post', story: '', article: {} } },
};
const CHAT = {
  ...{ heldAt: null, notBefore: 0, failures: 0, textOnlyUntil: 0, formerId: null, filter: null },
  ...{ stories: 'all', digest: null, quiet: null, quietMode: null, sound: null, timeZone: null },
};

function asOwed({ id, chatId, feedId, owedAt }: Owed): OwedDelivery {
  const chat = { ...CHAT, id: chatId, kind: kindOf(chatId) };
  return { ...PLAIN, id, chatId, feedId, owedAt, entryId: `${owedAt}`, chat } as never;
}

/** What delivering asks of a store when nothing but floods comes between. */
function storeOf(outbox: Pick<DeliverDeps['store']['outbox'], 'heads' | 'done'>) {
  const nothing = async () => {};
  return {
    outbox: { ...outbox, nextDueAt: async () => null },
    underWay: { begin: async () => 'begun', left: async () => [] },
    ledger: { receipt: nothing, record: nothing, told: nothing, recordTold: nothing },
    chats: { wait: nothing },
    tally: { add: nothing },
  } as unknown as DeliverDeps['store'];
}
