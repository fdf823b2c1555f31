/** Beyond this length Telegram's servers and most browsers give up. */
export const URL_LIMIT = 2048;

/** Names and at most a port for a host, RFC 3986 characters behind it: this passes Telegram's own parser as it stands. */
const PLAIN_URL =
  /^https?:\/\/(?<host>[\w.-]+)(?::0{0,4}[1-9]\d{0,4})?(?:[/?#][\w.~:/?#[\]@!$&'()*+,;=%-]*)?$/i;

const DOTTED_HOST = /^[\w-]+(?:\.[\w-]+)+\.?$/;

/** The URL if it is http(s), of bearable length and without a user name that could pose as a host; else null.
 *  It stays as given where possible: publishers' percent-encoding is not ours to change. */
export function webUrl(url: string | null): string | null {
  const parsed = url === null || url.length > 2 * URL_LIMIT ? null : URL.parse(url);
  if (url === null || parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '' || parsed.port === '0') return null;
  const host = PLAIN_URL.exec(url)?.groups?.host?.toLowerCase();
  const written = host === parsed.hostname ? url : parsed.href;
  return written.length <= URL_LIMIT ? written : null;
}

/** A `webUrl` that Telegram accepts behind words and buttons, and fetches: its host must be names with a dot (td,
 *  `LinkManager`; not its literal addresses of IPv6, which nobody publishes). */
export function linkTarget(url: string | null): string | null {
  const target = webUrl(url);
  return target !== null && DOTTED_HOST.test(hostOf(target)) ? target : null;
}

export function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
