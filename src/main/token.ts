import { createProxiedFetch } from '../http/proxy.ts';

/** What Telegram says of a token. */
export type TokenOutcome =
  | { kind: 'known'; username: string }
  | { kind: 'unknown' }
  | { kind: 'unreached' };

const PATIENCE_MS = 5_000;

export async function nameOfBot(
  token: string,
  { TELEGRAM_API_ROOT = 'https://api.telegram.org', TELEGRAM_PROXY }: NodeJS.ProcessEnv,
): Promise<TokenOutcome> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const way = TELEGRAM_PROXY ? createProxiedFetch(TELEGRAM_PROXY) : fetch;
    const answer = await way(`${TELEGRAM_API_ROOT}/bot${token}/getMe`, { signal });
    if (answer.status === 401 || answer.status === 404) return { kind: 'unknown' };
    const { result } = (await answer.json()) as { result?: { username?: string } };
    return result?.username ? { kind: 'known', username: result.username } : { kind: 'unreached' };
  } catch {
    // No network here, or a proxy in between: the start will tell.
    return { kind: 'unreached' };
  }
}
