import { parse } from 'yaml';
import type { z } from 'zod';
import { nearest } from './config/nearest.ts';
import { nameOf, SETTINGS } from './config/settings.ts';

/** All that can be set, with its units. Durations in milliseconds. */
export type Config = z.output<typeof SETTINGS>;

/** Either the configuration, or one sentence for each thing that is wrong with it. */
export type ConfigOutcome =
  | { kind: 'config'; config: Config }
  | { kind: 'faults'; faults: string[] };

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
    if (value !== undefined && value.trim() !== '') raw[key] = value;
  }
  const parsed = SETTINGS.safeParse(raw);
  const faults = parsed.error?.issues.flatMap(sentences) ?? [];
  faults.push(...contradictions(raw));
  if (!parsed.success || faults.length > 0) return { kind: 'faults', faults };
  return { kind: 'config', config: parsed.data };
}

/** What no setting is to blame for by itself. Asked apart from the rest: zod compares only when none of them is wrong. */
function contradictions(raw: Record<string, unknown>): string[] {
  const { publicUrl, port, updates } = raw;
  const faults: string[] = [];
  if (isUpsideDown(raw)) faults.push('MIN_INTERVAL must not be longer than MAX_INTERVAL.');
  if (publicUrl !== undefined && port === undefined) {
    faults.push('PUBLIC_URL needs PORT: the port on which that address reaches this program.');
  }
  if (updates === 'webhook' && publicUrl === undefined) {
    faults.push(
      'UPDATES=webhook needs PUBLIC_URL: the address at which Telegram reaches this program.',
    );
  }
  return faults;
}

function isUpsideDown(raw: Record<string, unknown>): boolean {
  const min = SETTINGS.shape.minInterval.safeParse(raw.minInterval).data;
  const max = SETTINGS.shape.maxInterval.safeParse(raw.maxInterval).data;
  return min !== undefined && max !== undefined && min > max;
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
    const known = key === 'feeds' ? ['url', 'name', 'category'] : Object.keys(SETTINGS.shape);
    return issue.keys.map((it) => `There is no setting “${it}”${place}${suggestion(it, known)}.`);
  }
  if (key === 'botToken' && code !== 'custom') {
    return ['BOT_TOKEN is missing: get a token from @BotFather and set it.'];
  }
  const within = path.length > 1 ? ` (${path.slice(1).join('.')})` : '';
  return [`${nameOf(key)}${within} ${message.startsWith('must') ? message : 'is not understood'}.`];
}

/** The setting that a misspelt name was probably meant to be. */
function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === null ? '' : `; did you mean “${near}”`;
}
