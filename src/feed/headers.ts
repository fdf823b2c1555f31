/** What an owner wants to be sent with each question for a feed: a key, mostly. By name, as it was written. */
export type FeedHeaders = Record<string, string>;

/** Names stand in buttons' data. */
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
/** Visible ASCII: a line break would begin another header. */
const VALUE = /^[\x21-\x7e](?:[\x20-\x7e]{0,1998}[\x21-\x7e])?$/;
const MOST = 10;

/** What the connection, the conversation about what has changed, or the packing needs for itself. */
const OURS =
  /^(?:host|connection|keep-alive|upgrade|expect|te|trailer|transfer-encoding|content-.*|accept-encoding|if-.*|range|proxy-.*|sec-.*)$/i;

/** Reads what was stored; nothing where that is nothing we could send. */
export function parseHeaders(stored: string | null | undefined): FeedHeaders {
  if (!stored) return {};
  const read: unknown = JSON.parse(stored);
  const pairs = Object.entries(read ?? {}).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(pairs.filter(([name, value]) => isHeader(name, value)));
}

/** Whether a header can be sent with questions for a feed. */
export function isHeader(name: string, value: string): boolean {
  return NAME.test(name) && !OURS.test(name) && VALUE.test(value);
}

/** The headers with these changes, as they are stored; '' takes one away. null: none are left; undefined: too many. */
export function withHeaders(
  stored: string | null,
  changes: FeedHeaders,
): string | null | undefined {
  const headers = new Map(Object.entries(parseHeaders(stored)));
  for (const [name, value] of Object.entries(changes)) {
    for (const known of headers.keys()) {
      if (known.toLowerCase() === name.toLowerCase()) headers.delete(known);
    }
    if (value !== '') headers.set(name, value);
  }
  if (headers.size > MOST) return undefined;
  return headers.size === 0 ? null : JSON.stringify(Object.fromEntries(headers));
}
