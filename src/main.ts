import type { Told } from './app/backups.ts';
import { outliveReaders } from './app/readers.ts';
import { SetupError } from './app/setup.ts';
import { VERSION } from './app/version.ts';
import { redact } from './log.ts';
import { CONFIG_FILE, databasePath, readConfig, tokenless } from './main/settings.ts';
import { LENGTHS, STYLES } from './relay/look.ts';

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

/** What a command needs is loaded by that command: a fault in the settings is told without the bot. */
async function run([command = 'start', ...rest]: string[]): Promise<void> {
  outliveReaders(command === 'start' ? 'service' : 'command');
  switch (command) {
    case 'start': {
      const config = readConfig();
      const { start } = await import('./main/start.ts');
      return start(config, end);
    }
    case 'init': {
      const { runInit } = await import('./main/init.ts');
      return print(await runInit());
    }
    case 'preview': {
      const { runPreview } = await import('./main/preview.ts');
      return print(await runPreview(rest));
    }
    case 'backup': {
      const { backUpTo } = await import('./app/backups.ts');
      return tell(await backUpTo(fileIn(rest, command), databasePath(readConfig(tokenless()))));
    }
    case '--restore': {
      const { restoreFrom } = await import('./app/backups.ts');
      const path = databasePath(readConfig(tokenless()));
      return tell(await restoreFrom(fileIn(rest, command), path, Date.now()));
    }
    case 'migrate': {
      const { moveHouse } = await import('./app/moving.ts');
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
