import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Holder } from '../store/duties.ts';

/** Who this process is among those that share a database: its machine, its number there, and a name for this life. */
export function thisProcess(name: string | undefined): Holder {
  const machine = (name ?? hostname()).replaceAll('/', '-');
  const own = `${machine}/${process.pid}/`;
  return {
    id: own + randomUUID().slice(0, 8),
    isGone(id) {
      const [elsewhere, pid] = id.split('/');
      // What somebody named may stand on any machine; a number is taken anew only when nobody has it any more.
      if (name !== undefined || elsewhere !== machine) return false;
      return id.startsWith(own) || !isAlive(Number(pid));
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
