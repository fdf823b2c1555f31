import type { Delivering } from '../relay/deliver.ts';
import { createUnmuting } from '../relay/pauses.ts';
import type { Running } from './run.ts';

/** What this process looks after at present. */
export function ticked(parts: Running, delivering: Delivering | undefined) {
  const { collecting, health, hubs, topics, forgetting, configured, does, roles } = parts;
  const { disk, alarms } = parts;
  const { store, surroundings } = parts;
  const unmuting =
    delivering &&
    createUnmuting({ store, clock: surroundings.clock, wakeDelivery: delivering.wake });
  return [
    ...(does('collect') ? [collecting] : []),
    ...(roles.isOurs('bot') ? [configured] : []),
    ...(roles.isOurs('deliver') ? [health, topics, unmuting, forgetting, disk] : []),
    ...(roles.isOurs('web') ? [hubs] : []),
    alarms,
  ];
}
