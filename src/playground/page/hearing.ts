import type { WorldEvent } from '../protocol.ts';

export type Hearing = {
  hear(event: WorldEvent): void;
  /** Events that come meanwhile are told afterwards, in their order. */
  holdDuring(asking: Promise<void>): Promise<void>;
};

/** Hands on events, but not while the world is being asked for: its answer may be older than they are, and would undo
 *  them. */
export function createHearing(tell: (event: WorldEvent) => void): Hearing {
  const held: WorldEvent[] = [];
  let asked = 0;
  return {
    hear(event) {
      if (asked > 0) held.push(event);
      else tell(event);
    },
    async holdDuring(asking) {
      asked += 1;
      await asking.finally(() => {
        asked -= 1;
        if (asked === 0) held.splice(0).forEach(tell);
      });
    },
  };
}
