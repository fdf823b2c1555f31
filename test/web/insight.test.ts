import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Status } from '../../src/relay/status.ts';
import { createMetrics } from '../../src/web/metrics.ts';
import { createWeb } from '../../src/web/web.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;

const STATUS: Status = {
  version: '1.2.3',
  uptimeMs: 5_000,
  feeds: { all: 12, healthy: 10, failing: 2, stale: 1 },
  outbox: { owed: 7, held: 3, dead: 1, oldestOwedAt: NOW - 90_000 },
  lastMinute: 4,
  answersLost: 0,
  floods: 0,
  databaseBytes: 4_096,
  memoryBytes: 0,
  processes: [],
};

type Stand = Partial<{
  lastTickAt: number | null;
  telegramAt: number | null;
  status: () => Promise<Status>;
  metricsToken: string;
}>;

/** The web server of a program in that state. */
function stand(state: Stand = {}) {
  let elapsed = 0;
  const metrics = createMetrics({ elapsedMs: () => elapsed });
  const { lastTickAt = NOW, telegramAt = NOW, status = async () => STATUS } = state;
  const web = createWeb({
    ...{ now: () => NOW, lastTickAt: () => lastTickAt, staleMs: 10 * MINUTE, log: () => {} },
    insight: {
      ...{ status, metrics, metricsToken: state.metricsToken },
      telegramAt: async () => telegramAt,
    },
  });
  const turn = (ms: number) => {
    elapsed += ms;
  };
  return { web, metrics, turn };
}

async function ready(state: Stand) {
  const answer = await stand(state).web.request('/readyz');
  return { status: answer.status, body: await answer.json() };
}

/** The value of each line of the metrics. */
async function samples(web: ReturnType<typeof stand>['web']): Promise<Map<string, number>> {
  const text = await (await web.request('/metrics')).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

test('ready: the database answers, the clock ticks, Telegram was reached', async () => {
  const checks = { database: { ok: true }, tick: { ok: true }, telegram: { ok: true } };

  expect(await ready({})).toEqual({ status: 200, body: { status: 'ready', checks } });
});

test.each<[string, Stand, string, string]>([
  [
    'a database with an error',
    { status: () => Promise.reject(new Error('postgres://user:secret@db')) },
    'database',
    'the database answers with an error; the log tells it',
  ],
  ['no tick yet', { lastTickAt: null }, 'tick', 'the clock has not begun to tick'],
  ['no tick lately', { lastTickAt: NOW - 11 * MINUTE }, 'tick', 'the last tick was 11 minutes ago'],
  ['no Telegram yet', { telegramAt: null }, 'telegram', 'Telegram has not been reached yet'],
  [
    'no Telegram lately',
    { telegramAt: NOW - 4 * MINUTE },
    'telegram',
    'Telegram was last reached 4 minutes ago',
  ],
])('not ready: %s, and it says so', async (_, state, check, reason) => {
  const { status, body } = await ready(state);

  expect(status).toBe(503);
  expect(body).toMatchObject({ status: 'notReady', checks: { [check]: { ok: false, reason } } });
});

test('a database that never answers is not waited for', { timeout: 20_000 }, async () => {
  const { status, body } = await ready({ status: () => new Promise(() => {}) });

  expect(status).toBe(503);
  expect(body).toMatchObject({ checks: { database: { reason: 'the database does not answer' } } });
});

test('the metrics tell what is owed, how old it is, and what became of feeds', async () => {
  const { web } = stand();

  expect(Object.fromEntries(await samples(web))).toMatchObject({
    'telewire_build_info{version="1.2.3"}': 1,
    'telewire_outbox_deliveries{state="owed"}': 7,
    'telewire_outbox_deliveries{state="held"}': 3,
    'telewire_outbox_deliveries{state="dead"}': 1,
    telewire_outbox_oldest_age_seconds: 90,
    'telewire_feeds{health="healthy"}': 10,
    'telewire_feeds{health="failing"}': 2,
    telewire_database_size_bytes: 4_096,
    telewire_last_tick_timestamp_seconds: NOW / 1_000,
    telewire_telegram_last_answer_timestamp_seconds: NOW / 1_000,
    'telewire_sends_total{outcome="sent"}': 0,
  });
});

test('what is logged is counted', async () => {
  const { web, metrics } = stand();
  const logged: string[] = [];
  const log = metrics.counting((event) => void logged.push(event));

  log('delivery.sent', {});
  log('bundle.sent', {});
  log('delivery.unsent', { kind: 'flood' });
  log('delivery.dead', { reason: 'x' });
  log('delivery.filtered', {});
  log('feed.fetched', { fresh: 5 });
  log('feed.crashed');
  await metrics.update({ update_id: 1, message: {} }, async () => {});

  expect(logged).toHaveLength(7);
  expect(Object.fromEntries(await samples(web))).toMatchObject({
    'telewire_sends_total{outcome="sent"}': 2,
    'telewire_sends_total{outcome="flood"}': 1,
    'telewire_sends_total{outcome="refused"}': 1,
    telewire_floods_total: 1,
    'telewire_deliveries_unneeded_total{reason="filtered"}': 1,
    telewire_entries_total: 5,
    'telewire_faults_total{event="feed.crashed"}': 1,
    'telewire_updates_total{kind="message"}': 1,
  });
});

test('a fetch is timed by what came of it', async () => {
  const { web, metrics, turn } = stand();
  const fetchFeed = metrics.timing(async () => {
    turn(300);
    return { kind: 'failed', reason: 'timeout', detail: '', retryAfterMs: null };
  });

  await fetchFeed({ url: 'x', etag: null, lastModified: null, bodyHash: null }, NOW);

  const name = 'telewire_feed_fetch_duration_seconds';
  expect(Object.fromEntries(await samples(web))).toMatchObject({
    [`${name}_sum{outcome="timeout"}`]: 0.3,
    [`${name}_bucket{le="0.25",outcome="timeout"}`]: 0,
    [`${name}_bucket{le="0.5",outcome="timeout"}`]: 1,
  });
});

test('with a token only who knows it sees the metrics', async () => {
  const { web } = stand({ metricsToken: 'long-and-random' });
  const ask = (authorization?: string) =>
    web.request('/metrics', authorization ? { headers: { authorization } } : {});

  const answers = [await ask(), await ask('Bearer wrong'), await ask('Bearer long-and-random')];

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 200]);
  expect(answers[2]?.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
});

test('names follow the conventions: units are base units, and counters end in _total', async () => {
  const { web } = stand();
  const text = await (await web.request('/metrics')).text();
  const types = [...text.matchAll(/^# TYPE (telewire_\S+) (\w+)$/gm)].map(([, name, type]) => ({
    name: name ?? '',
    type,
  }));

  expect(types.length).toBeGreaterThan(12);
  for (const { name, type } of types) {
    expect(name.endsWith('_total'), `${name} is a ${type}`).toBe(type === 'counter');
    expect(name).not.toMatch(/_(ms|milliseconds|minutes|kb|mb|kilobytes|megabytes)(_|$)/);
  }
});

test('every metric on the dashboard exists', async () => {
  const { web } = stand();
  const text = await (await web.request('/metrics')).text();
  const names = new Set(
    [...text.matchAll(/^# TYPE (\S+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
  const dashboard = JSON.parse(readFileSync('docs/operators/grafana.json', 'utf8')) as {
    panels: { title: string; targets: { expr: string }[] }[];
  };
  const used = dashboard.panels.flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => expr.match(/\b(telewire|process|nodejs)_\w+/g) ?? []),
  );

  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((name) => !names.has(name))).toEqual([]);
  const ours = [...names].filter(
    (it) => it.startsWith('telewire_') && !/_(sum|duration_seconds)$/.test(it),
  );
  expect(ours.filter((name) => !used.includes(name))).toEqual([]);
});
