import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backUpTo, restoreFrom, type Told } from './app/backups.ts';
import { makeWritable, SetupError } from './app/setup.ts';
import { ofTheMachine } from './app/surroundings.ts';
import { type App, createApp, USER_AGENT, VERSION } from './app.ts';
import { type Config, parseConfig } from './config.ts';
import { createHttp } from './http.ts';
import { createLog, redact } from './log.ts';
import { LENGTHS, STYLES } from './relay/look.ts';
import { createPages } from './relay/pages.ts';
import { preview } from './relay/preview.ts';
import { openStore, type Store } from './store/store.ts';

const CONFIG_FILE = 'config/telewire.yaml';
const SECRETS = ['BOT_TOKEN', 'DATABASE_URL'];

const USAGE = `Telewire ${VERSION}, a self-hosted newswire for Telegram

  telewire                      runs the bot (BOT_TOKEN must be set)
  telewire playground           the bot without a token, with a chat page in your browser
  telewire preview <what>       prints what becomes of a feed, an article or an archived file:
                                its address or path; --all for every entry of a feed,
                                --style=${STYLES.join('|')},
                                --summary=${LENGTHS.join('|')}
  telewire backup <file>        copies the database, while the bot runs or not
  telewire --restore <file>     puts such a copy in its place; the former one is kept
  telewire --help, --version

Settings: the environment, a file .env, or ${CONFIG_FILE}; see config/telewire.example.yaml.`;

await run(process.argv.slice(2)).catch(end);

async function run([command = 'start', ...rest]: string[]): Promise<void> {
  switch (command) {
    case 'start':
      return start(readConfig());
    case 'preview':
      return runPreview(rest);
    case 'backup':
      return tell(await backUpTo(fileIn(rest, command), databasePath(readConfig(tokenless()))));
    case '--restore':
      return tell(
        await restoreFrom(fileIn(rest, command), databasePath(readConfig(tokenless())), Date.now()),
      );
    case '--version':
      return print(VERSION);
    case '--help':
    case 'help':
      return print(USAGE);
    default:
      throw new SetupError(`There is no command “${command}”.\n\n${USAGE}`);
  }
}

function end(error: unknown): void {
  const isTheirs = error instanceof SetupError;
  console.error(redact(isTheirs ? error.message : String((error as Error).stack ?? error)));
  process.exitCode ||= 1;
}

async function start(config: Config): Promise<void> {
  const surroundings = ofTheMachine();
  const log = createLog((line) => process.stdout.write(line), config.logLevel);
  if (config.archiveDir) makeWritable(config.archiveDir, 'archive');
  const store = await openDatabase(databasePath(config));
  const app = createApp({ config, store, log, surroundings });
  if (config.ownerIds.length === 0) {
    log('owners.none', { hint: 'Set OWNER_IDS to your Telegram user id; @userinfobot tells it.' });
  }
  if (isTooFast(config)) {
    log('rate.high', { hint: 'Above 30/s Telegram refuses what is not paid: see PAID_BROADCAST.' });
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop(app));
  }
  try {
    await app.start();
  } catch (error) {
    await app.stop();
    throw new SetupError(`${(error as Error).message}.`, { cause: error });
  }
}

function isTooFast({ rateGlobal, paidBroadcast }: Config): boolean {
  return rateGlobal.count / rateGlobal.perMs > (paidBroadcast === 'on' ? 1_000 : 30) / 1_000;
}

async function stop(app: App): Promise<void> {
  await app.stop().catch(end);
  process.exit();
}

/** Environment, `.env` and configuration file together; every fault in a sentence of its own, and exit code 2. */
function readConfig(env: Record<string, string | undefined> = environment()): Config {
  const isNamed = env.TELEWIRE_CONFIG !== undefined;
  const path = env.TELEWIRE_CONFIG ?? CONFIG_FILE;
  const file = isNamed || existsSync(path) ? readNamed(path, 'TELEWIRE_CONFIG') : null;
  const outcome = parseConfig(env, file);
  if (outcome.kind === 'config') return outcome.config;
  process.exitCode = 2;
  throw new SetupError(outcome.faults.join('\n'));
}

/** The environment, with every secret that is given by the path of a file. */
function environment(): Record<string, string | undefined> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const env = { ...process.env };
  for (const name of SECRETS) {
    const path = env[`${name}_FILE`];
    if (path !== undefined) env[name] = readNamed(path, `${name}_FILE`).trim();
  }
  return env;
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

async function openDatabase(path: string): Promise<Store> {
  try {
    return await openStore(path);
  } catch (error) {
    const reason = (error as Error).message;
    throw new SetupError(`The database ${path} cannot be opened: ${reason}.`, { cause: error });
  }
}

/** Where the database lies; its folder is made if need be. */
function databasePath({ dataDir, databaseUrl }: Config): string {
  if (databaseUrl) return databaseUrl.replace(/^sqlite:/, '');
  makeWritable(dataDir, 'data');
  return join(dataDir, 'telewire.db');
}

function tell({ kind, text }: Told): void {
  if (kind === 'fault') throw new SetupError(text);
  print(text);
}

function fileIn([file]: string[], command: string): string {
  if (file === undefined) throw new SetupError(`Name a file: telewire ${command} telewire.db.copy`);
  return file;
}

/** For commands that never ask Telegram anything. */
function tokenless(): Record<string, string | undefined> {
  return { ...environment(), BOT_TOKEN: '0:none' };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What `--name=…` says, when it is one of these words. */
function optionOf<Word extends string>(
  args: string[],
  name: string,
  words: readonly Word[],
): Word | undefined {
  const written = args.find((it) => it.startsWith(`--${name}=`))?.slice(name.length + 3);
  const word = words.find((it) => it === written);
  if (written === undefined || word !== undefined) return word;
  throw new SetupError(`--${name} is one of ${words.join(', ')}, not “${written}”.`);
}

async function runPreview(args: string[]): Promise<void> {
  const what = args.find((it) => !it.startsWith('--'));
  if (!what)
    throw new SetupError('Say what to preview: the address of a feed or an article, or a file.');
  const config = readConfig(tokenless());
  const http = createHttp({ allowedAddresses: config.allowedAddresses, userAgent: USER_AGENT });
  const pages = createPages();
  try {
    const outcome = await preview(what, {
      http: http.fetch,
      pages,
      readFile: (path) => (existsSync(path) ? new Uint8Array(readFileSync(path)) : null),
      now: Date.now(),
      timeZone: config.timezone,
      entries: args.includes('--all') ? 'all' : 'newest',
      style: optionOf(args, 'style', STYLES) ?? 'picture',
      summary: optionOf(args, 'summary', LENGTHS) ?? 'normal',
    });
    if (outcome.kind === 'failed') throw new SetupError(outcome.reason);
    print(outcome.text);
  } finally {
    await pages.stop();
    await http.close();
  }
}
