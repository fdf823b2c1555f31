import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { DutyName, Holder } from '../store/duties.ts';
import type { Store } from '../store/store.ts';
import type { Surroundings } from './surroundings.ts';

/** What was begun: it may take long until it works, and can be ended at any time. */
export type Begun = { works: Promise<unknown>; end: () => Promise<unknown> };

/** What this process does that only one may do. It takes a duty up when nobody does it, and ends when another has taken
 *  one of its own: whoever supervises it starts it anew, as one that waits. */
export type Roles = {
  /** Begins it as soon as it is ours. Resolves when it works, or when another process does it; rejects when it cannot. */
  take(name: DutyName, begin: () => Promise<Begun>): Promise<void>;
  isOurs(name: DutyName): boolean;
  /** Resolves as soon as the duty is surely ours. */
  ours(name: DutyName): Promise<void>;
  /** Aborted when it is not sure any more. */
  signal(name: DutyName): AbortSignal;
  /** The clock has been set by so much. */
  shift(byMs: number): void;
  /** Ends all that was begun, and lets others have it. */
  stop(): Promise<void>;
};

export type RoleDeps = {
  store: Pick<Store, 'duties'>;
  surroundings: Pick<Surroundings, 'clock' | 'beat' | 'end'>;
  holder: Holder;
  log: Log;
};

/** A duty is looked after so often, and renewed at each third of its lease. */
const BEAT_MS = 1_000;
/** Before others may take it we must not act on it any more. */
const MARGIN_MS = 1_000;

type Duty = {
  begin: () => Promise<Begun>;
  begun: Promise<Begun> | null;
  isHeld: boolean;
  /** Anew each time that it is ours. */
  doubt: AbortController;
};

type Watch = RoleDeps & {
  wanted: Map<DutyName, Duty>;
  /** Who waits until a duty is surely ours. */
  waiting: Set<() => void>;
  /** When others have last heard of us. */
  heardAt: EpochMs;
  running: boolean;
};

export function createRoles(deps: RoleDeps): Roles {
  const { store, surroundings, holder, log } = deps;
  const watch: Watch = {
    ...deps,
    ...{ wanted: new Map(), waiting: new Set(), heardAt: 0, running: true },
  };
  const { wanted, waiting } = watch;
  let looking: Promise<void> = Promise.resolve();
  let stopBeating: (() => void) | undefined;

  return {
    async take(name, begin) {
      wanted.set(name, { begin, begun: null, isHeld: false, doubt: new AbortController() });
      stopBeating ??= surroundings.beat?.(BEAT_MS, () => {
        looking = looking.then(() => look(watch));
      });
      if (await tryToTake(watch, name)) await worksOf(watch, name);
      else log('role.waiting', { role: name });
    },
    isOurs: (name) => isOurs(watch, name),
    async ours(name) {
      while (watch.running && !isOurs(watch, name)) {
        await new Promise<void>((resolve) => waiting.add(resolve));
      }
    },
    signal: (name) => wanted.get(name)?.doubt.signal ?? AbortSignal.abort(),
    shift(byMs) {
      // A clock that goes forward may have stood still, as on a machine that slept: then nobody has heard of us meanwhile.
      watch.heardAt += Math.min(byMs, 0);
    },
    async stop() {
      watch.running = false;
      stopBeating?.();
      wake(watch);
      await Promise.all([...wanted.values()].map(endOf));
      // A duty that is just being asked for would be taken after it was given up.
      await looking;
      const failed = (error: unknown) => log('role.crashed', { error });
      await store.duties.giveUp(holder.id).catch(failed);
    },
  };
}

function isOurs(watch: Watch, name: DutyName): boolean {
  return watch.wanted.get(name)?.isHeld === true && !isInDoubt(watch);
}

/** Without a beat nobody else is there. */
function isInDoubt({ surroundings, heardAt, store }: Watch): boolean {
  const { beat, clock } = surroundings;
  return beat !== undefined && clock.now() - heardAt > store.duties.leaseMs - MARGIN_MS;
}

async function look(watch: Watch): Promise<void> {
  const { wanted, log } = watch;
  if (!watch.running) return;
  await renew(watch).catch((error: unknown) => log('role.unrenewed', { error }));
  doubtOrWake(watch);
  for (const [name, { isHeld }] of wanted) {
    if (!isHeld && watch.running) await tryAgain(watch, name);
  }
}

async function renew(watch: Watch): Promise<void> {
  const { wanted, store, surroundings, holder } = watch;
  const { duties } = store;
  const held = [...wanted].filter(([, { isHeld }]) => isHeld);
  const askedAt = surroundings.clock.now();
  if (held.length === 0 || askedAt - watch.heardAt < duties.leaseMs / 3) return;
  const ours = await duties.renew(holder.id, askedAt);
  const lost = held.filter(([name]) => !ours.includes(name));
  if (lost.length === 0) watch.heardAt = askedAt;
  for (const [name, duty] of lost) lose(watch, name, duty);
}

function lose(watch: Watch, role: DutyName, duty: Duty): void {
  duty.isHeld = false;
  duty.doubt.abort();
  watch.log('role.lost', { role });
  watch.running = false;
  watch.surroundings.end?.();
}

function doubtOrWake(watch: Watch): void {
  const isDoubtful = isInDoubt(watch);
  for (const duty of watch.wanted.values()) {
    if (duty.isHeld && isDoubtful) duty.doubt.abort();
    else if (duty.isHeld && duty.doubt.signal.aborted) duty.doubt = new AbortController();
  }
  if (!isDoubtful) wake(watch);
}

function wake({ waiting }: Watch): void {
  for (const resolve of waiting) resolve();
  waiting.clear();
}

async function tryToTake(watch: Watch, name: DutyName): Promise<boolean> {
  const { wanted, store, surroundings, holder, log } = watch;
  const duty = wanted.get(name);
  if (!duty || isSecond(watch, name)) return false;
  const askedAt = surroundings.clock.now();
  if (!(await store.duties.take(name, holder, askedAt)) || !watch.running) return false;
  if (![...wanted.values()].some(({ isHeld }) => isHeld)) watch.heardAt = askedAt;
  duty.isHeld = true;
  log('role.taken', { role: name });
  duty.begun = duty.begin();
  try {
    await duty.begun;
  } catch (error) {
    [duty.isHeld, duty.begun] = [false, null];
    throw error;
  }
  return true;
}

async function worksOf({ wanted }: Watch, name: DutyName): Promise<void> {
  const begun = await wanted.get(name)?.begun;
  await begun?.works;
}

/** Nothing is ended of what could not begin. */
async function endOf({ begun }: Duty): Promise<void> {
  await begun?.then(
    ({ end }) => end(),
    () => {},
  );
}

/** Who may talk and deliver does both or neither: then both go by one pace. */
function isSecond({ wanted }: Watch, name: DutyName): boolean {
  return name === 'deliver' && wanted.get('bot')?.isHeld === false;
}

async function tryAgain(watch: Watch, role: DutyName): Promise<void> {
  const { surroundings, log } = watch;
  const untaken = (error: unknown) => log('role.untaken', { role, error });
  await tryToTake(watch, role).catch(untaken);
  worksOf(watch, role).catch((error: unknown) => {
    log('role.crashed', { role, error });
    surroundings.end?.();
  });
}
