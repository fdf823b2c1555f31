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
  begun: Begun | null;
  isHeld: boolean;
  /** Anew each time that it is ours. */
  doubt: AbortController;
};

export function createRoles({ store, surroundings, holder, log }: RoleDeps): Roles {
  const { clock, beat } = surroundings;
  const { duties } = store;
  const wanted = new Map<DutyName, Duty>();
  const waiting = new Set<() => void>();
  let heardAt: EpochMs = 0;
  let looking: Promise<void> = Promise.resolve();
  let running = true;
  let stopBeating: (() => void) | undefined;

  return {
    async take(name, begin) {
      wanted.set(name, { begin, begun: null, isHeld: false, doubt: new AbortController() });
      stopBeating ??= beat?.(BEAT_MS, look);
      if (await tryToTake(name)) await wanted.get(name)?.begun?.works;
      else log('role.waiting', { role: name });
    },
    isOurs,
    async ours(name) {
      while (running && !isOurs(name)) await new Promise<void>((resolve) => waiting.add(resolve));
    },
    signal: (name) => wanted.get(name)?.doubt.signal ?? AbortSignal.abort(),
    async stop() {
      running = false;
      stopBeating?.();
      wake();
      await Promise.all([...wanted.values()].map(({ begun }) => begun?.end()));
      await duties.giveUp(holder.id).catch((error: unknown) => log('role.crashed', { error }));
    },
  };

  function isOurs(name: DutyName): boolean {
    return wanted.get(name)?.isHeld === true && !isInDoubt();
  }

  /** Without a beat nobody else is there. */
  function isInDoubt(): boolean {
    return beat !== undefined && clock.now() - heardAt > duties.leaseMs - MARGIN_MS;
  }

  function look(): void {
    looking = looking.then(async () => {
      if (!running) return;
      await renew().catch((error: unknown) => log('role.unrenewed', { error }));
      doubtOrWake();
      for (const [name, { isHeld }] of wanted) if (!isHeld && running) await tryAgain(name);
    });
  }

  async function renew(): Promise<void> {
    const held = [...wanted].filter(([, { isHeld }]) => isHeld);
    const askedAt = clock.now();
    if (held.length === 0 || askedAt - heardAt < duties.leaseMs / 3) return;
    const ours = await duties.renew(holder.id, askedAt);
    const lost = held.filter(([name]) => !ours.includes(name));
    if (lost.length === 0) heardAt = askedAt;
    for (const [name, duty] of lost) lose(name, duty);
  }

  function lose(name: DutyName, duty: Duty): void {
    duty.isHeld = false;
    duty.doubt.abort();
    log('role.lost', { role: name });
    running = false;
    surroundings.end?.();
  }

  function doubtOrWake(): void {
    for (const duty of wanted.values()) {
      if (duty.isHeld && isInDoubt()) duty.doubt.abort();
      else if (duty.isHeld && duty.doubt.signal.aborted) duty.doubt = new AbortController();
    }
    if (!isInDoubt()) wake();
  }

  function wake(): void {
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  async function tryToTake(name: DutyName): Promise<boolean> {
    const duty = wanted.get(name);
    if (!duty || isSecond(name)) return false;
    const askedAt = clock.now();
    if (!(await duties.take(name, holder, askedAt)) || !running) return false;
    if (![...wanted.values()].some(({ isHeld }) => isHeld)) heardAt = askedAt;
    duty.isHeld = true;
    log('role.taken', { role: name });
    duty.begun = await duty.begin();
    return true;
  }

  /** Who may talk and deliver does both or neither: then both go by one pace. */
  function isSecond(name: DutyName): boolean {
    return name === 'deliver' && wanted.get('bot')?.isHeld === false;
  }

  async function tryAgain(name: DutyName): Promise<void> {
    const failed = (error: unknown) => {
      log('role.crashed', { role: name, error });
      surroundings.end?.();
    };
    const isTaken = await tryToTake(name).catch((error: unknown) => log('role.untaken', { error }));
    if (isTaken) wanted.get(name)?.begun?.works.catch(failed);
  }
}
