import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from '../store/store.ts';

/** What comes in at our door, and says that it is Telegram. */
export type Caller = { path: string; secretToken: string };

/** By which we know Telegram: made once, and kept over restarts. */
export type WebhookSecret = {
  token(): Promise<string>;
  /** Made of the token's hash, because proxies write down paths, but no headers. */
  path(): Promise<string>;
  knows(caller: Caller): Promise<boolean>;
};

const NOTE = 'webhook-secret';

export function createWebhookSecret(notes: Store['notes']): WebhookSecret {
  let known: string | undefined;
  return {
    token,
    path,
    async knows(caller) {
      const isPath = isSame(caller.path, await path());
      return isSame(caller.secretToken, await token()) && isPath;
    },
  };

  async function path(): Promise<string> {
    return digestOf(await token())
      .toString('base64url')
      .slice(0, 22);
  }

  async function token(): Promise<string> {
    known ??= await notes.get<string>(NOTE);
    if (known !== undefined) return known;
    const made = randomBytes(32).toString('base64url');
    await notes.set(NOTE, made);
    // Where two made one at the same time, the last one stands for both.
    known = (await notes.get<string>(NOTE)) ?? made;
    return known;
  }
}

/** In the same time whatever is different, and wherever. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
