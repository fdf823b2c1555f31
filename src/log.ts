import { pino } from 'pino';

/** Writes one line of JSON. `event` is a short constant such as `feed.failed`; all that varies goes in `fields`. */
export type Log = (event: string, fields?: Record<string, unknown>) => void;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** In a Bot API address it follows the word "bot" without a gap. */
const BOT_TOKEN = /(?<!\d)\d{3,}(?::|%3A)[\w-]{30,}/gi;
/** Up to the last @ before the path: a password may hold one itself. */
const URL_CREDENTIALS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#"\\]+@/gi;
/** Where feeds keep their readers' keys: in a query, or in what is sent along with the question. */
const SECRET_NAMES =
  '[\\w-]*(?:token|secret|passw(?:or)?d|api[_-]?key|auth(?:orization)?|signature|credential)[\\w-]*|key|pwd|pass|sig|code';
const QUERY_SECRET = new RegExp(`([?&;](?:amp;)?(?:${SECRET_NAMES})=)[^\\s&#"\\\\<>]+`, 'gi');
const HEADER_SECRET =
  /\b((?:proxy-)?authorization|cookie|x-[\w-]*(?:key|token|secret|auth)[\w-]*)(\\?"?\s*[:=]\s*\\?"?)[^\s"\\,][^"\\,\n]*/gi;

/** Writes JSON lines through `write`; bot tokens, the credentials of URLs and headers, and each of `secrets` are masked
 *  wherever they stand. */
export function createLog(
  write: (line: string) => void,
  level: LogLevel = 'info',
  secrets: readonly string[] = [],
): Log {
  const known = secrets.filter((it) => it.length >= SHORTEST_SECRET).flatMap(asWritten);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(redact(without(known, line))) },
  );
  return (event, fields = {}) => logger[levelOf(event)]({ event, ...fieldsAsText(fields) });
}

/** Replaces every bot token and every credential of a URL or a header in a text. */
export function redact(text: string): string {
  return text
    .replace(BOT_TOKEN, '<token>')
    .replace(URL_CREDENTIALS, '$1<hidden>@')
    .replace(QUERY_SECRET, '$1<hidden>')
    .replace(HEADER_SECRET, '$1$2<hidden>');
}

/** A shorter one would take ordinary words out of every line. */
const SHORTEST_SECRET = 6;

/** As it stands in a URL, and in JSON. */
function asWritten(secret: string): string[] {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
}

function without(secrets: readonly string[], line: string): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, '<hidden>'), line);
}

function levelOf(event: string): LogLevel {
  if (event.endsWith('.crashed')) return 'error';
  if (/\.(sent|unchanged)$/.test(event)) return 'debug';
  return /\.(failed|unsent|dead|held|lockedOut|shut)$/.test(event) ? 'warn' : 'info';
}

function fieldsAsText(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, errorAsText(value)]),
  );
}

/** An error's stack with its causes, so that one line tells the whole story. */
function errorAsText(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const cause = value.cause === undefined ? '' : `\ncaused by: ${String(errorAsText(value.cause))}`;
  return `${value.stack ?? value.message}${cause}`;
}
