import type { Transformer } from 'grammy';
import type { Log } from '../log.ts';
import { isAboutPayment } from './refusal.ts';

/** What takes `allow_paid_broadcast`. */
const SENDS = /^send(?!ChatAction)|^copyMessage$/;

/**
 * Lets broadcasts go faster than the free thirty a second: Telegram takes 0.1 Stars of the bot for each message above
 * (core.telegram.org/bots/api#paid-broadcasts). What the balance does not suffice for is sent without; the log says
 * so once.
 */
export function paidBroadcasts(log: Log): Transformer {
  let hasTold = false;
  return async (previous, method, payload, signal) => {
    if (!SENDS.test(method)) return previous(method, payload, signal);
    const answer = await previous(method, { ...payload, allow_paid_broadcast: true }, signal);
    if (answer.ok || !isAboutPayment(answer.description)) return answer;
    if (!hasTold) log('paidBroadcast.failed', { reason: answer.description });
    hasTold = true;
    return previous(method, payload, signal);
  };
}
