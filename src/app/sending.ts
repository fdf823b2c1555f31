import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import type { Store } from '../store/store.ts';
import { createPace, type Pace } from '../telegram/pace.ts';
import { paidBroadcasts } from '../telegram/paid.ts';
import { createBroadcastApi } from '../telegram/send.ts';

type Parts = { config: Config; store: Pick<Store, 'pace'>; clock: Clock; log: Log };

/** The pace of everything that is sent, kept in the store. */
export function paceFor({ config, store, clock, log }: Parts): Pace {
  const { rateGlobal, rateChat, rateGroup } = config;
  const rates = { global: rateGlobal, chat: rateChat, group: rateGroup };
  const failed = (error: unknown) => log('pace.crashed', { error });
  return createPace(rates, clock, { keep: store.pace.keep, failed });
}

export function broadcastApiFor({ config, log }: Pick<Parts, 'config' | 'log'>) {
  const paid = config.paidBroadcast === 'on' ? [paidBroadcasts(log)] : [];
  return createBroadcastApi(config.botToken, config.telegramApiRoot, ...paid);
}
