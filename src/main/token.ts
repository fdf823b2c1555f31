/** What Telegram says of a token. */
export type TokenOutcome =
  | { kind: 'known'; username: string }
  | { kind: 'unknown' }
  | { kind: 'unreached' };

const PATIENCE_MS = 5_000;

export async function nameOfBot(
  token: string,
  apiRoot = 'https://api.telegram.org',
): Promise<TokenOutcome> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`${apiRoot}/bot${token}/getMe`, { signal });
    if (answer.status === 401 || answer.status === 404) return { kind: 'unknown' };
    const { result } = (await answer.json()) as { result?: { username?: string } };
    return result?.username ? { kind: 'known', username: result.username } : { kind: 'unreached' };
  } catch {
    // No network here, or a proxy in between: the start will tell.
    return { kind: 'unreached' };
  }
}
