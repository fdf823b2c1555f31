import type { ApiClientOptions, Transformer } from 'grammy';

/** How Telegram is called. */
export type Way = {
  /** Without a trailing slash. */
  apiRoot: string;
  /** Sees every call that leaves, and what came of it. */
  watch?: Transformer;
  /** Through a proxy; straight when not given. */
  fetch?: typeof globalThis.fetch;
};

export function clientOptions({ apiRoot, fetch }: Way): ApiClientOptions {
  // grammY's own type of `fetch` is that of an older library, of which it uses what both have.
  const through = fetch && { fetch: fetch as unknown as NonNullable<ApiClientOptions['fetch']> };
  return { apiRoot, timeoutSeconds: 60, ...through };
}
