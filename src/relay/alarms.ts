import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';

/** What is wrong around the program, which only somebody who runs it can mend. */
export type Alarm =
  /** Telegram cannot bring what people write; `reason`: its own words. */
  | { kind: 'webhook'; reason: string }
  /** The configuration file was changed, and what it says now is not understood. */
  | { kind: 'settings'; reason: string }
  /** Articles that are relayed cannot be kept as files. */
  | { kind: 'archive'; reason: string }
  | { kind: 'disk'; freeBytes: number }
  /** The database is larger than it may be, and nothing is left in it that may be forgotten. */
  | { kind: 'database'; bytes: number; limitBytes: number };

export type AlarmKind = Alarm['kind'];

/** Tells the owners what is wrong, once for as long as it lasts, and that it is over. */
export type Alarms = {
  /** May be said as often as one looks: nothing is told twice, after a restart neither. */
  raise(alarm: Alarm): void;
  clear(kind: AlarmKind): void;
  /** Tells what is still to be told. */
  tick(): Promise<void>;
};

/** 'later': Telegram takes nothing just now. Who can be told nothing, ever, counts as told. */
export type TellOwner = (owner: number, word: AlarmWord) => Promise<'told' | 'later'>;

export type AlarmWord = Alarm | { over: AlarmKind };

type AlarmDeps = {
  store: Pick<Store, 'notes'>;
  owners: readonly number[];
  tell: TellOwner;
  log: Log;
};

export function createAlarms({ store, owners, tell, log }: AlarmDeps): Alarms {
  /** The newest word of each kind that has not been dealt with. */
  const words = new Map<AlarmKind, AlarmWord>();
  let telling: Promise<void> | null = null;

  return {
    raise: (alarm) => void words.set(alarm.kind, alarm),
    clear: (kind) => void words.set(kind, { over: kind }),
    tick() {
      telling ??= tellAll().finally(() => {
        telling = null;
      });
      return telling;
    },
  };

  async function tellAll(): Promise<void> {
    for (const [kind, word] of [...words]) {
      const isDone = 'over' in word ? await tellEnd(word) : await tellTrouble(word);
      if (isDone && words.get(kind) === word) words.delete(kind);
    }
  }

  async function tellTrouble(alarm: Alarm): Promise<boolean> {
    const known = await store.notes.get<number[]>(keyOf(alarm.kind));
    if (known === undefined) log('alarm.raised', { ...alarm });
    const left = owners.filter((owner) => !known?.includes(owner));
    const told = await tellEach(left, alarm);
    // An alarm that nobody could be told yet has still been raised.
    await store.notes.set(keyOf(alarm.kind), [...(known ?? []), ...told]);
    return told.length === left.length;
  }

  async function tellEnd(word: { over: AlarmKind }): Promise<boolean> {
    const known = await store.notes.get<number[]>(keyOf(word.over));
    if (known === undefined) return true;
    const told = await tellEach(known, word);
    const left = known.filter((owner) => !told.includes(owner));
    if (left.length > 0) await store.notes.set(keyOf(word.over), left);
    else await store.notes.delete(keyOf(word.over));
    if (left.length === 0) log('alarm.over', { kind: word.over });
    return left.length === 0;
  }

  async function tellEach(people: number[], word: AlarmWord): Promise<number[]> {
    const told: number[] = [];
    for (const owner of people) if ((await tell(owner, word)) === 'told') told.push(owner);
    return told;
  }
}

function keyOf(kind: AlarmKind): string {
  return `alarm:${kind}`;
}
