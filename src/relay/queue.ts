import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock, EpochMs } from '../model.ts';
import { hostOf } from './hosts.ts';

/** Fetches in their turn: so many at once, few of them at one host, and there with a pause between any two. */
export type FetchQueue = {
  run(url: string, fetch: () => Promise<void>): Promise<void>;
  /** Whether a fetch there would begin at once. */
  isFree(url: string): boolean;
  /** Fetches that run, or wait for others than their own host. */
  runnable(): number;
  /** From now on nobody pauses. */
  hurry(): void;
};

const AT_ONCE_PER_HOST = 2;
const PAUSE_MS = 1_000;

/** One host as we treat it. */
type Host = { politely: LimitFunction; freeAt: EpochMs };

export function createFetchQueue(atOnce: number, clock: Pick<Clock, 'now' | 'sleep'>): FetchQueue {
  const everywhere = pLimit(atOnce);
  const hosts = new Map<string, Host>();
  const hurrying = new AbortController();

  return {
    async run(url, fetch) {
      const name = hostOf(url);
      const host = hosts.get(name) ?? { politely: pLimit(AT_ONCE_PER_HOST), freeAt: 0 };
      hosts.set(name, host);
      await host.politely(async () => {
        await pause(host, isOwnMachine(name) ? 0 : PAUSE_MS);
        await everywhere(fetch);
      });
      forgetIdle();
    },

    isFree(url) {
      const host = hosts.get(hostOf(url));
      return !host || (askedOf(host) < AT_ONCE_PER_HOST && host.freeAt <= clock.now());
    },

    runnable() {
      const counts = [...hosts.values()].map((host) => Math.min(askedOf(host), AT_ONCE_PER_HOST));
      return counts.reduce((sum, count) => sum + count, 0);
    },

    hurry: () => hurrying.abort(),
  };

  async function pause(host: Host, ms: number): Promise<void> {
    const now = clock.now();
    const startAt = Math.max(now, host.freeAt);
    host.freeAt = startAt + ms;
    if (startAt > now) await clock.sleep(startAt - now, hurrying.signal);
  }

  /** A host must be remembered until its pause is over. */
  function forgetIdle(): void {
    for (const [name, host] of hosts)
      if (askedOf(host) === 0 && host.freeAt <= clock.now()) hosts.delete(name);
  }
}

function askedOf({ politely }: Host): number {
  return politely.activeCount + politely.pendingCount;
}

/** Nobody else is bothered by what a program asks of the machine it runs on, such as a bridge that makes feeds, or a
 *  folder, which has no host. */
function isOwnMachine(host: string): boolean {
  return /^(|localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);
}
