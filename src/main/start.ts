import { makeWritable, reasonOf, SetupError } from '../app/setup.ts';
import { ofTheMachine } from '../app/surroundings.ts';
import { type App, createApp } from '../app.ts';
import { secretsOf } from '../config/secrets.ts';
import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import { openStore, type Store } from '../store/store.ts';
import { databasePath, openFeedsFile } from './settings.ts';

/** `telewire start`: runs the bot until a signal ends it. `failed` is told of what goes wrong in ending. */
export async function start(config: Config, failed: (error: unknown) => void): Promise<void> {
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
    process.once(signal, () => stop(app, failed));
  }
  try {
    await app.start();
  } catch (error) {
    await app.stop();
    throw new SetupError(`${(error as Error).message}.`, { cause: error });
  }

  function end(): void {
    process.exitCode = 1;
    void stop(app, failed);
  }
}

function isTooFast({ rateGlobal, paidBroadcast }: Config): boolean {
  return rateGlobal.count / rateGlobal.perMs > (paidBroadcast === 'on' ? 1_000 : 30) / 1_000;
}

async function stop(app: App, failed: (error: unknown) => void): Promise<void> {
  await app.stop().catch(failed);
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
