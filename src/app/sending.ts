import type { Config } from '../config.ts';
import { createProxiedFetch } from '../http/proxy.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import type { Store } from '../store/store.ts';
import { fenced } from '../telegram/fence.ts';
import { createPace, type Pace } from '../telegram/pace.ts';
import { paidBroadcasts } from '../telegram/paid.ts';
import type { Reach } from '../telegram/reach.ts';
import { heedRests } from '../telegram/rest.ts';
import { createBroadcastApi } from '../telegram/send.ts';
import type { Way } from '../telegram/way.ts';
import type { Surroundings } from './surroundings.ts';

type Parts = { config: Config; store: Pick<Store, 'pace'>; clock: Clock; log: Log };

/** The pace of everything that is sent, kept in the store. */
export function paceFor({ config, store, clock, log }: Parts): Pace {
  const { rateGlobal, rateChat, rateGroup } = config;
  const rates = { global: rateGlobal, chat: rateChat, group: rateGroup };
  const failed = (error: unknown) => log('pace.crashed', { error });
  return createPace(rates, clock, { keep: store.pace.keep, failed });
}

/** Telegram's door, as all that call it need to know it. */
export function wayToTelegram({ telegramApiRoot, telegramProxy }: Config, reach: Reach): Way {
  return {
    ...{ apiRoot: telegramApiRoot, watch: reach.watch },
    ...(telegramProxy !== undefined && { fetch: createProxiedFetch(telegramProxy) }),
  };
}

/** `isOurs`: whether broadcasts are surely this process's. */
export function broadcastApiFor(
  { config, log, pace, clock }: Omit<Parts, 'store'> & { pace: Pace },
  way: Way,
  isOurs: () => boolean,
) {
  const paid = config.paidBroadcast === 'on' ? [paidBroadcasts(log)] : [];
  return createBroadcastApi(config.botToken, way, heedRests(pace, clock), fenced(isOurs), ...paid);
}

/** What an earlier life of the process has sent counts for what this one sends. */
export async function recallPace({
  pace,
  store,
  surroundings,
}: {
  pace: Pick<Pace, 'recall' | 'longestMs'>;
  store: Pick<Store, 'pace'>;
  surroundings: Pick<Surroundings, 'clock'>;
}): Promise<void> {
  pace.recall(await store.pace.recall(surroundings.clock.now() - pace.longestMs));
}
