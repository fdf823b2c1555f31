import cron from 'node-cron';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  countOf,
  durationMs,
  localeOf,
  portOf,
  publicUrlOf,
  rateOf,
  rootOf,
  timeZoneOf,
} from './config/written.ts';
import { isAllowedCidr } from './http.ts';
import { ACCESSES } from './relay/rights.ts';

/** All that can be set, with its units. Durations in milliseconds. */
export type Config = z.output<typeof SETTINGS>;

/** Either the configuration, or one sentence for each thing that is wrong with it. */
export type ConfigOutcome =
  | { kind: 'config'; config: Config }
  | { kind: 'faults'; faults: string[] };

const duration = text('a duration such as 30s, 15m, 6h or 2d', durationMs);
const rate = text('a rate such as 30/s or 20/m', rateOf);

const SETTINGS = z.strictObject({
  botToken: text('a bot token from @BotFather, such as 123456:ABC-DEF', (it) =>
    /^\d+:[\w-]+$/.test(it) ? it : undefined,
  ),
  ownerIds: list('Telegram user ids, separated by commas', (it) =>
    /^\d{1,15}$/.test(it) ? Number(it) : undefined,
  ).default([]),
  access: z
    .enum(ACCESSES, { error: 'must be “open”, “catalogue” or “approved”' })
    .default('catalogue'),
  quotaFeeds: text('a number of feeds from 1 to 100000', countOf).default(50),
  quotaNewFeeds: text('a number of feeds from 1 to 100000', countOf).default(20),
  quotaRequests: rate.default({ count: 30, perMs: 60_000 }),
  dataDir: z.string().min(1).default('data'),
  archiveDir: z.string().min(1).optional(),
  folderRoot: z.string().min(1).optional(),
  databaseUrl: text('sqlite: and a file; another database is not supported yet', (it) =>
    it.startsWith('sqlite:') && it.length > 'sqlite:'.length ? it : undefined,
  ).optional(),
  telegramApiRoot: text('an http(s) address', rootOf).default('https://api.telegram.org'),
  tick: text('a cron expression such as */10 * * * * *', (it) =>
    cron.validate(it) ? it : undefined,
  ).default('*/10 * * * * *'),
  minInterval: duration.default(5 * 60_000),
  maxInterval: duration.default(6 * 3_600_000),
  allowedAddresses: list('networks such as 192.168.1.0/24, separated by commas', (it) =>
    isAllowedCidr(it) ? it : undefined,
  ).default([]),
  port: text('a port number from 0 to 65535', portOf).optional(),
  publicUrl: text('an https address', publicUrlOf).optional(),
  rateGlobal: rate.default({ count: 30, perMs: 1_000 }),
  rateChat: rate.default({ count: 1, perMs: 1_000 }),
  rateGroup: rate.default({ count: 20, perMs: 60_000 }),
  paidBroadcast: z.enum(['on', 'off'], { error: 'must be “on” or “off”' }).default('off'),
  crashRest: duration.default(40_000),
  language: text('a language such as en or zh', localeOf).default('en'),
  timezone: text('a time zone such as Europe/Paris', timeZoneOf).default('UTC'),
  logLevel: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info'),
  feeds: z
    .array(
      z.strictObject(
        {
          url: text('an http(s) address', rootOf),
          name: z.string().optional(),
          category: z.string().optional(),
        },
        { error: 'must have a url, and may have a name and a category' },
      ),
      { error: 'must be a list of feeds' },
    )
    .default([]),
});

/**
 * Reads the environment and the text of the configuration file, environment first. Pure; names every fault at once,
 * and never repeats the value of a secret.
 */
export function parseConfig(
  env: Record<string, string | undefined>,
  file: string | null,
): ConfigOutcome {
  const written = readFile(file);
  if (typeof written === 'string') return { kind: 'faults', faults: [written] };
  const raw: Record<string, unknown> = { ...written };
  for (const key of Object.keys(SETTINGS.shape)) {
    const value = env[nameOf(key)];
    if (value !== undefined && value !== '') raw[key] = value;
  }
  const parsed = SETTINGS.safeParse(raw);
  const faults = parsed.error?.issues.flatMap(sentences) ?? [];
  if (isUpsideDown(raw)) faults.push('MIN_INTERVAL must not be longer than MAX_INTERVAL.');
  if (raw.publicUrl !== undefined && raw.port === undefined) {
    faults.push('PUBLIC_URL needs PORT: the port on which that address reaches this program.');
  }
  if (!parsed.success || faults.length > 0) return { kind: 'faults', faults };
  return { kind: 'config', config: parsed.data };
}

/** Asked apart from the rest: zod compares settings only when none of them is wrong by itself. */
function isUpsideDown(raw: Record<string, unknown>): boolean {
  const min = SETTINGS.shape.minInterval.safeParse(raw.minInterval).data;
  const max = SETTINGS.shape.maxInterval.safeParse(raw.maxInterval).data;
  return min !== undefined && max !== undefined && min > max;
}

/** `minInterval` in the file is `MIN_INTERVAL` in the environment. */
function nameOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** The file's settings, or the sentence that says why there are none. */
function readFile(file: string | null): Record<string, unknown> | string {
  if (file === null) return {};
  try {
    const written: unknown = parse(file) ?? {};
    if (typeof written === 'object' && !Array.isArray(written)) return { ...written };
    return 'The configuration file must be a list of settings, one “name: value” a line.';
  } catch (error) {
    const where = (error as Error).message.split('\n')[0]?.replace(/:$/, '');
    return `The configuration file is not valid YAML: ${where}.`;
  }
}

function sentences({ code, path, message, ...issue }: z.core.$ZodIssue): string[] {
  const key = String(path[0] ?? '');
  if (code === 'unrecognized_keys' && 'keys' in issue) {
    const place = key === '' ? '' : ` in ${key}`;
    return issue.keys.map((it) => `There is no setting “${it}”${place}${suggestion(it)}.`);
  }
  if (key === 'botToken' && code !== 'custom') {
    return ['BOT_TOKEN is missing: get a token from @BotFather and set it.'];
  }
  const within = path.length > 1 ? ` (${path.slice(1).join('.')})` : '';
  return [`${nameOf(key)}${within} ${message.startsWith('must') ? message : 'is not understood'}.`];
}

/** The setting that a misspelt name was probably meant to be. */
function suggestion(name: string): string {
  const plain = (it: string) => it.replace(/[^a-z]/gi, '').toLowerCase();
  const wanted = plain(name);
  const near = Object.keys(SETTINGS.shape).find((key) => {
    const known = plain(key);
    return known === wanted || known.startsWith(wanted.slice(0, 5)) || wanted.startsWith(known);
  });
  return near && wanted.length > 2 ? `; did you mean “${near}”` : '';
}

/** A setting that is written as text, a number or (in the file) a list, and read by `read`; undefined is a fault. */
function text<Value>(meaning: string, read: (text: string) => Value | undefined) {
  return z.union([z.string(), z.number()]).transform((written, context) => {
    const value = read(String(written).trim());
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `must be ${meaning}` });
    return z.NEVER;
  });
}

function list<Value>(meaning: string, read: (text: string) => Value | undefined) {
  const element = z.union([z.string(), z.number()]);
  return z.union([element, z.array(element)]).transform((written, context) => {
    const parts = [written].flat().flatMap((it) => String(it).split(','));
    const values = parts
      .map((it) => it.trim())
      .filter(Boolean)
      .map(read);
    if (!values.includes(undefined)) return values as Value[];
    context.addIssue({ code: 'custom', message: `must be ${meaning}` });
    return z.NEVER;
  });
}
