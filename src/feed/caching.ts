import type { EpochMs } from '../model.ts';
import { parseDate } from './dates.ts';

type Headers = Record<string, string>;

/** For how long the answer stays fresh (RFC 9111 §4.2); null when the server does not say, or says not at all. */
export function freshMs(headers: Headers, now: EpochMs): number | null {
  const control = headers['cache-control']?.toLowerCase() ?? '';
  if (/\bno-(cache|store)\b/.test(control)) return null;
  const seconds = /\bmax-age\s*=\s*"?(\d{1,9})/.exec(control)?.[1];
  if (seconds !== undefined)
    return positive(Number(seconds) * 1000 - Number(headers.age ?? 0) * 1000);

  const expires = parseDate(headers.expires ?? '');
  return expires === null ? null : positive(expires - (parseDate(headers.date ?? '') ?? now));
}

/** How long the server wants to be left alone (RFC 9110 §10.2.3). */
export function retryAfterMs(headers: Headers, now: EpochMs): number | null {
  const written = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(written)) return positive(Number(written) * 1000);
  const until = parseDate(written);
  return until === null ? null : positive(until - now);
}

function positive(ms: number): number | null {
  return ms > 0 ? ms : null;
}
