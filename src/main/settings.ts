import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeWritable, SetupError } from '../app/setup.ts';
import type { FeedsFile } from '../app/surroundings.ts';
import { secretNames } from '../config/settings.ts';
import { type Config, parseConfig } from '../config.ts';

export const CONFIG_FILE = 'config/telewire.yaml';
export const SECRETS_FILE = '.env';

type Environment = Record<string, string | undefined>;

/** Environment, `.env` and configuration file together; every fault in a sentence of its own, and exit code 2. */
export function readConfig(env: Environment = environment()): Config {
  const path = configPath(env);
  const isNamed = env.TELEWIRE_CONFIG !== undefined;
  const file = isNamed || existsSync(path) ? readNamed(path, 'TELEWIRE_CONFIG') : null;
  const outcome = parseConfig(env, file);
  if (outcome.kind === 'config') return outcome.config;
  process.exitCode = 2;
  throw new SetupError(outcome.faults.join('\n'));
}

/** For commands that never ask Telegram anything. */
export function tokenless(): Environment {
  return { ...environment(), BOT_TOKEN: '0:none' };
}

/** The feeds that the configuration file names, each time it has changed since it was last looked at. */
export function openFeedsFile(env: Environment = environment()): FeedsFile {
  const path = configPath(env);
  let stamp = stampOf(path);
  return () => {
    const now = stampOf(path);
    if (now === stamp || now === null) return { kind: 'same' };
    stamp = now;
    const outcome = parseConfig(env, readFileSync(path, 'utf8'));
    if (outcome.kind === 'faults') return outcome;
    return { kind: 'changed', feeds: outcome.config.feeds };
  };
}

/** The environment, with every secret that is given by the path of a file. */
export function environment(): Environment {
  loadSecretsFile();
  const env: Environment = { ...process.env };
  for (const name of secretNames()) {
    const path = env[`${name}_FILE`];
    if (path !== undefined) env[name] = readNamed(path, `${name}_FILE`).trim();
  }
  return env;
}

/** `.env` is for its owner's eyes only; where somebody else runs the program, that is told and not passed over. */
function loadSecretsFile(): void {
  if (!existsSync(SECRETS_FILE)) return;
  try {
    readFileSync(SECRETS_FILE);
  } catch (error) {
    process.exitCode = 2;
    const { code } = error as NodeJS.ErrnoException;
    const whose = 'it must belong to whoever runs the program, or not be there';
    throw new SetupError(`The file ${SECRETS_FILE} cannot be read (${code}): ${whose}.`);
  }
  process.loadEnvFile(SECRETS_FILE);
}

function configPath(env: Environment): string {
  return env.TELEWIRE_CONFIG ?? CONFIG_FILE;
}

/** The text of a file that a setting names. */
function readNamed(path: string, setting: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    process.exitCode = 2;
    const { code } = error as NodeJS.ErrnoException;
    throw new SetupError(`${setting} names the file ${path}, which cannot be read (${code}).`);
  }
}

/** What changes whenever somebody writes the file; null while there is none. */
function stampOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeMs} ${stats.size}` : null;
}

/** Where the database lies; its folder is made if need be. */
export function databasePath({ dataDir, databaseUrl }: Config): string {
  if (databaseUrl) return databaseUrl.replace(/^sqlite:/, '');
  makeWritable(dataDir, 'data');
  return join(dataDir, 'telewire.db');
}
