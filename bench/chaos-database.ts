import type { EpochMs } from '../src/model.ts';

/** The database under the program: how one looks into it, and what goes wrong with it. */
export type ChaosDatabase = {
  /** As `DATABASE_URL` means it. */
  url: string;
  outbox(): Promise<Outbox>;
  /** Goes wrong for so long; `pids`: of the processes that work on it, as soon as they do. */
  suffer(fault: DatabaseFault, ms: number, pids: () => Promise<number[]>): Promise<void>;
  /** Whether somebody who has looked for it since may not have found it. */
  wasAway(since: EpochMs): boolean;
  close(): Promise<void>;
};

/** Deliveries that the program still owes, and those that it has given up. */
export type Outbox = { owed: number; dead: { chatId: number; threadId: number; title: string }[] };

/** `lock`: somebody else holds what the program wants to write. `disk`: the files it writes cannot grow, or be written at
 *  all. `cut`: connections break. `power`: the server is killed, and comes back. */
export type DatabaseFault = 'lock' | 'disk' | 'cut' | 'power';

export const FAULTS_OF = {
  sqlite: ['lock', 'disk'],
  postgres: ['lock', 'cut', 'power'],
} as const satisfies Record<string, readonly DatabaseFault[]>;

export type DatabaseKind = keyof typeof FAULTS_OF;
