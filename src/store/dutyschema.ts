import type { EpochMs } from '../model.ts';

/** What only one process does, which one that is, until when it is if not heard of, and since when if that is known. */
export type DutyTable = {
  name: 'bot' | 'deliver' | 'web';
  holder: string;
  until: EpochMs;
  since: EpochMs | null;
};

/** A process that collects, and until when it counts as living if not heard of. */
export type CollectorTable = { id: string; until: EpochMs };
