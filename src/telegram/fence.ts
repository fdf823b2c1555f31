import { HttpError, type Transformer } from 'grammy';
import { NOT_OURS } from './refusal.ts';

/** Lets no call leave that may be another process's by now: whoever stood still meanwhile does not know that, and what it
 *  has begun was begun anew. */
export function fenced(isOurs: () => boolean): Transformer {
  return (previous, method, payload, signal) => {
    if (isOurs()) return previous(method, payload, signal);
    const cause = Object.assign(new Error('This may be done by another process'), {
      code: NOT_OURS,
    });
    throw new HttpError(cause.message, cause);
  };
}
