import type { EpochMs } from '../model.ts';

/** Due whatever the clock says: one that is set back must not make it wait behind what comes later. */
export const AT_ONCE: EpochMs = 0;

/** What waits for people, not for a moment: no clock comes so far. */
export const NEVER: EpochMs = 8.64e15;
