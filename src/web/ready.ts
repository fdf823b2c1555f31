import type { EpochMs } from '../model.ts';

/** What has to be so before anybody relies on us. */
export type ReadyDeps = {
  now: () => EpochMs;
  lastTickAt: () => EpochMs | null;
  /** A tick this long ago means that the scheduler has stopped. */
  staleMs: number;
  /** Resolves when the database has answered. */
  askDatabase: () => Promise<unknown>;
  /** When Telegram last answered. */
  telegramAt: () => Promise<EpochMs | null>;
};

type Check = { ok: boolean; reason?: string };
export type Readiness = {
  status: 'ready' | 'notReady';
  checks: Record<'database' | 'tick' | 'telegram', Check>;
};

/** Longer ago is an outage, not a pause between two polls. */
const AWAY_MS = 3 * 60_000;
const DATABASE_MS = 3_000;

/** Each check with its reason when it fails; one sentence, and nothing of what is kept where. */
export async function readiness(deps: ReadyDeps): Promise<Readiness> {
  const checks = {
    database: await databaseCheck(deps),
    tick: tickCheck(deps),
    telegram: telegramCheck(await deps.telegramAt(), deps.now()),
  };
  const isReady = Object.values(checks).every(({ ok }) => ok);
  return { status: isReady ? 'ready' : 'notReady', checks };
}

async function databaseCheck({ askDatabase }: ReadyDeps): Promise<Check> {
  const { promise: late, resolve } = Promise.withResolvers<Check>();
  const timer = setTimeout(resolve, DATABASE_MS, failed('the database does not answer'));
  const answered = askDatabase().then(
    () => ({ ok: true }),
    () => failed('the database answers with an error; the log tells it'),
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

function tickCheck({ now, lastTickAt, staleMs }: ReadyDeps): Check {
  const at = lastTickAt();
  if (at === null) return failed('the clock has not begun to tick');
  if (now() - at < staleMs) return { ok: true };
  return failed(`the last tick was ${minutesOf(now() - at)} minutes ago`);
}

function telegramCheck(at: EpochMs | null, now: EpochMs): Check {
  if (at === null) return failed('Telegram has not been reached yet');
  if (now - at < AWAY_MS) return { ok: true };
  return failed(`Telegram was last reached ${minutesOf(now - at)} minutes ago`);
}

function failed(reason: string): Check {
  return { ok: false, reason };
}

function minutesOf(ms: number): number {
  return Math.floor(ms / 60_000);
}
