import { type Fields, integerOf } from './fields.ts';
import type { ResponseParameters } from './refusals.ts';

/** How a call can be told to go wrong. `reset before`: the connection breaks and nothing was accepted; `reset after`:
 *  accepted, then the connection breaks; `hang`: never answered; `html 502`: what a proxy before Telegram says. */
export type Failure =
  | { error_code: number; description: string; parameters?: ResponseParameters }
  | 'reset before'
  | 'reset after'
  | 'hang'
  | 'html 502';

/** Which calls: all but `getUpdates` when no method is named; the next one when no number is. `parameter`: those alone
 *  that carry it. */
export type FailureFilter = {
  method?: string;
  chatId?: number;
  parameter?: string;
  times?: number;
};

export type ArmedFailure = { filter: FailureFilter; left: number; failure: Failure };

export function armedFailure(filter: FailureFilter, failure: Failure): ArmedFailure {
  return { filter, left: filter.times ?? 1, failure };
}

/** The failure armed first for such a call, used up by one. */
export function takeFailure(armed: ArmedFailure[], method: string, fields: Fields): Failure | null {
  const next = armed.find(
    ({ filter, left }) =>
      left > 0 &&
      (filter.method === undefined ? method !== 'getUpdates' : filter.method === method) &&
      (filter.chatId === undefined || filter.chatId === integerOf(fields, 'chat_id')) &&
      (filter.parameter === undefined || fields[filter.parameter] !== undefined),
  );
  if (next === undefined) return null;
  next.left -= 1;
  return next.failure;
}
