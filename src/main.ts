import { join } from 'node:path';
import { backUpTo, restoreFrom, type Told } from './app/backups.ts';
import { moveHouse } from './app/moving.ts';
import { outliveReaders } from './app/readers.ts';
import { makeWritable, SetupError } from './app/setup.ts';
import { ofTheMachine } from './app/surroundings.ts';
import { type App, createApp, VERSION } from './app.ts';
import { secretsOf } from './config/secrets.ts';
import type { Config } from './config.ts';
import { createLog, redact } from './log.ts';
import { runInit } from './main/init.ts';
import { runPreview } from './main/preview.ts';
import { CONFIG_FILE, openFeedsFile, readConfig, tokenless } from './main/settings.ts';
import { LENGTHS, STYLES } from './relay/look.ts';
import { openStore, type Store } from './store/store.ts';

const USAGE = `Telewire ${VERSION}, a self-hosted newswire for Telegram

  telewire                      runs the bot (BOT_TOKEN must be set)
  telewire init                 asks five questions, and writes the configuration
  telewire playground           the bot without a token, with a chat page in your browser;
                                --tour walks you through in this terminal (by itself with
                                --auto=<seconds>, in plain lines with --lines)
  telewire preview <what>       prints what becomes of a feed, an article or an archived file:
                                its address or path; --all for every entry of a feed,
                                --style=${STYLES.join('|')},
                                --summary=${LENGTHS.join('|')}
  telewire backup <file>        copies the database, while the bot runs or not
  telewire --restore <file>     puts such a copy in its place; the former one is kept
  telewire migrate --from <database> --to <database>
                                moves everything, as from sqlite:data/telewire.db to
                                postgres://…, and back; the bot must not run
  telewire --help, --version

Settings: the environment, a file .env, or ${CONFIG_FILE}; see docs/configuration.md.`;

await run(process.argv.slice(2)).catch(end);

async function run([command = 'start', ...rest]: string[]): Promise<void> {
  outliveReaders(command === 'start' ? 'service' : 'command');
  switch (command) {
    case 'start':
      return start(readConfig());
    case 'init':
      return print(await runInit());
    case 'preview':
      return print(await runPreview(rest));
    case 'backup':
      return tell(await backUpTo(fileIn(rest, command), databasePath(readConfig(tokenless()))));
    case '--restore':
      return tell(
        await restoreFrom(fileIn(rest, command), databasePath(readConfig(tokenless())), Date.now()),
      );
    case 'migrate': {
      const progress = (line: string) => void process.stderr.write(`${line}\n`);
      return tell(await moveHouse(rest, { now: Date.now(), progress }));
    }
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
  const surroundings = { ...ofTheMachine(), feedsFile: openFeedsFile(), end };
  const log = createLog((line) => process.stdout.write(line), config.logLevel, secretsOf(config));
  if (config.archiveDir) makeWritable(config.archiveDir, 'archive');
  const store = await openDatabase(databasePath(config), config.ledgerUrl);
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

  function end(): void {
    process.exitCode = 1;
    void stop(app);
  }
}

function isTooFast({ rateGlobal, paidBroadcast }: Config): boolean {
  return rateGlobal.count / rateGlobal.perMs > (paidBroadcast === 'on' ? 1_000 : 30) / 1_000;
}

async function stop(app: App): Promise<void> {
  await app.stop().catch(end);
  process.exit();
}

async function openDatabase(path: string, ledgerUrl: string | undefined): Promise<Store> {
  try {
    return await openStore(path, ledgerUrl);
  } catch (error) {
    const reason = reasonOf(error as Error);
    throw new SetupError(`The database ${path} cannot be opened: ${reason}.`, { cause: error });
  }
}

/** What failed, and of what: the server that refuses says more than we do. */
function reasonOf(error: Error): string {
  const cause = causeOf(error);
  return cause === error ? error.message : `${error.message} (${cause.message || cause.code})`;
}

function causeOf(error: Error): NodeJS.ErrnoException {
  return error.cause instanceof Error ? causeOf(error.cause) : error;
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

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
