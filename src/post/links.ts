/** Beyond this length Telegram's servers and most browsers give up. */
export const URL_LIMIT = 2048;

/** RFC 3986 characters only: such a URL passes Telegram's own parser as it stands. */
const PLAIN_URL = /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i;

/** The URL if it is http(s), of bearable length and without a user name that could pose as a host; else null.
 *  It stays as given where possible: publishers' percent-encoding is not ours to change. */
export function webUrl(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url);
  if (url === null || parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  const written = PLAIN_URL.test(url) ? url : parsed.href;
  return written.length <= URL_LIMIT ? written : null;
}

/** A `webUrl` that Telegram accepts behind words and buttons: its host must contain a dot (td, `LinkManager`). */
export function linkTarget(url: string | null): string | null {
  const target = webUrl(url);
  return target !== null && hostOf(target).includes('.') ? target : null;
}

export function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
