import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AppDeps } from '../app.ts';
import { createTellOwner } from '../bot/alarms.ts';
import type { Texts } from '../bot/texts.ts';
import type { Config } from '../config.ts';
import { type AlarmKind, type Alarms, createAlarms } from '../relay/alarms.ts';
import { createDiskWatch } from '../relay/disk.ts';
import { createHealth } from '../relay/health.ts';
import { createForgetting } from '../relay/retention.ts';
import { isPostgresUrl } from '../store/dialect.ts';
import { createConfiguredFeeds } from './configuredfeeds.ts';
import type { Running } from './run.ts';
import type { Surroundings } from './surroundings.ts';

type AlarmingDeps = AppDeps & {
  texts: Texts;
  defaultLanguage: string;
  /** The bot is made after what raises alarms. */
  api: () => Parameters<typeof createTellOwner>[0]['api'];
};

/** By it the parts tell the owners what only those can mend. */
export function alarmsFor({ config, store, log, api, ...voice }: AlarmingDeps): Alarms {
  const alarms = createAlarms({
    ...{ store, log, owners: config.ownerIds },
    tell: (owner, word) => createTellOwner({ api: api(), store, ...voice })(owner, word),
  });
  for (const kind of unusedIn(config)) alarms.clear(kind);
  return alarms;
}

/** What is not used any more cannot be wrong any more. */
function unusedIn({ telewireRoles, updates, archiveDir }: Config): AlarmKind[] {
  return [
    ...(telewireRoles.includes('bot') && updates === 'polling' ? (['webhook'] as const) : []),
    ...(telewireRoles.includes('collect') && archiveDir === undefined
      ? (['archive'] as const)
      : []),
  ];
}

/** What looks after feeds, database and disk from time to time. */
export function watchersFor(
  { config, store, surroundings, alarms, log }: AppDeps & { alarms: Alarms },
  onOwed: () => void,
): Pick<Running, 'alarms' | 'health' | 'disk' | 'forgetting' | 'configured'> {
  const { clock } = surroundings;
  const { keepArticles: articlesMs, keepDead: deadMs, databaseLimit: limitBytes } = config;
  const keep = { articlesMs, deadMs };
  return {
    alarms,
    health: createHealth({ store, clock, log, owners: config.ownerIds, onOwed }),
    disk: createDiskWatch({
      ...{ store, alarms, clock },
      freeBytes: freeBytesUnder(config, surroundings),
    }),
    forgetting: createForgetting({ store, clock, log, alarms, keep, limitBytes }),
    configured: createConfiguredFeeds({ store, config, surroundings, alarms, log }),
  };
}

/** What is left of the disk under the embedded database; whoever runs a server looks after its disk there. */
function freeBytesUnder(
  { dataDir, databaseUrl = '' }: Config,
  { freeBytes = freeBytesOf }: Pick<Surroundings, 'freeBytes'>,
): () => Promise<number | null> {
  if (isPostgresUrl(databaseUrl)) return async () => null;
  const file = databaseUrl.replace(/^sqlite:/, '');
  return () => freeBytes(file === '' ? dataDir : dirname(file));
}

async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    // Not every file system says how full it is.
    return null;
  }
}
