import { expect, test } from 'vitest';
import { type Config, parseConfig } from '../src/config.ts';

const TOKEN = '123456:ABC-DEF';

function config(env: Record<string, string> = {}, file: string | null = null): Config {
  const outcome = parseConfig({ BOT_TOKEN: TOKEN, ...env }, file);
  if (outcome.kind === 'faults') throw new Error(outcome.faults.join(' '));
  return outcome.config;
}

function faults(env: Record<string, string> = {}, file: string | null = null): string[] {
  const outcome = parseConfig({ BOT_TOKEN: TOKEN, ...env }, file);
  return outcome.kind === 'faults' ? outcome.faults : [];
}

test('only the token must be set; everything else has its documented default', () => {
  expect(config()).toMatchObject({
    ...{ botToken: TOKEN, ownerIds: [], access: 'catalogue', dataDir: 'data', feeds: [] },
    ...{ telegramApiRoot: 'https://api.telegram.org', tick: '*/10 * * * * *' },
    ...{ minInterval: 5 * 60_000, maxInterval: 6 * 3_600_000, allowedAddresses: [] },
    rateGlobal: { count: 30, perMs: 1_000 },
    rateChat: { count: 1, perMs: 1_000 },
    rateGroup: { count: 20, perMs: 60_000 },
    ...{ language: 'en', timezone: 'UTC', logLevel: 'info' },
  });
  expect(config().databaseUrl).toBeUndefined();
  expect(config().port).toBeUndefined();
});

test.each<[string, string, Partial<Config>]>([
  ['OWNER_IDS', '1, 22,333', { ownerIds: [1, 22, 333] }],
  ['ACCESS', 'open', { access: 'open' }],
  ['ACCESS', 'approved', { access: 'approved' }],
  ['QUOTA_FEEDS', '200', { quotaFeeds: 200 }],
  ['QUOTA_NEW_FEEDS', '5', { quotaNewFeeds: 5 }],
  ['QUOTA_REQUESTS', '60/m', { quotaRequests: { count: 60, perMs: 60_000 } }],
  ['DATA_DIR', '/var/lib/telewire', { dataDir: '/var/lib/telewire' }],
  ['DATABASE_URL', 'sqlite:/tmp/a.db', { databaseUrl: 'sqlite:/tmp/a.db' }],
  ['TELEGRAM_API_ROOT', 'http://127.0.0.1:8081/', { telegramApiRoot: 'http://127.0.0.1:8081' }],
  ['TICK', '* * * * *', { tick: '* * * * *' }],
  ['MIN_INTERVAL', '1s', { minInterval: 1_000 }],
  ['MAX_INTERVAL', '2d', { maxInterval: 172_800_000 }],
  ['ALLOWED_ADDRESSES', '10.0.0.0/8,::1/128', { allowedAddresses: ['10.0.0.0/8', '::1/128'] }],
  ['PORT', '0', { port: 0 }],
  ['RATE_GLOBAL', '25/s', { rateGlobal: { count: 25, perMs: 1_000 } }],
  ['RATE_CHAT', '2/m', { rateChat: { count: 2, perMs: 60_000 } }],
  ['RATE_GROUP', '100/h', { rateGroup: { count: 100, perMs: 3_600_000 } }],
  ['PAID_BROADCAST', 'on', { paidBroadcast: 'on' }],
  ['UPDATES', 'polling', { updates: 'polling' }],
  ['METRICS_TOKEN', 'abcdefgh', { metricsToken: 'abcdefgh' }],
  ['TELEGRAM_PROXY', 'socks5://a:b@h:1', { telegramProxy: 'socks5://a:b@h:1' }],
  ['FEEDS_PROXY', 'https://h', { feedsProxy: 'https://h' }],
  ['LANGUAGE', 'zh-Hans', { language: 'zh-Hans' }],
  ['TIMEZONE', 'europe/paris', { timezone: 'Europe/Paris' }],
  ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
])('%s=%s is understood', (name, value, expected) => {
  expect(config({ [name]: value })).toMatchObject(expected);
});

test.each<[string, string, string]>([
  ['BOT_TOKEN', 'abc', 'must be a bot token from @BotFather, such as 123456:ABC-DEF'],
  ['OWNER_IDS', '1,anna', 'must be Telegram user ids, separated by commas'],
  ['ACCESS', 'everyone', 'must be “open”, “catalogue” or “approved”'],
  ['QUOTA_FEEDS', '0', 'must be a number of feeds from 1 to 100000'],
  [
    'DATABASE_URL',
    'mysql://db/x',
    'must be sqlite: and a file, or the address of a PostgreSQL database',
  ],
  ['TELEGRAM_API_ROOT', 'api.telegram.org', 'must be an http(s) address'],
  ['TICK', 'every second', 'must be a cron expression such as */10 * * * * *'],
  ['MIN_INTERVAL', '5 minutes', 'must be a duration such as 30s, 15m, 6h or 2d'],
  ['MAX_INTERVAL', '0s', 'must be a duration such as 30s, 15m, 6h or 2d'],
  ['ALLOWED_ADDRESSES', '10/8', 'must be networks such as 192.168.1.0/24, separated by commas'],
  ['PORT', '65536', 'must be a port number from 0 to 65535'],
  ['RATE_GLOBAL', '30', 'must be a rate such as 30/s or 20/m'],
  ['RATE_CHAT', '0/s', 'must be a rate such as 30/s or 20/m'],
  ['RATE_GROUP', '20/d', 'must be a rate such as 30/s or 20/m'],
  ['PAID_BROADCAST', 'yes', 'must be “on” or “off”'],
  ['LANGUAGE', 'English', 'must be a language such as en or zh'],
  ['TIMEZONE', 'Mars/Olympus', 'must be a time zone such as Europe/Paris'],
  ['LOG_LEVEL', 'loud', 'must be debug, info, warn or error'],
])('%s=%s: it %s', (name, value, sentence) => {
  expect(faults({ [name]: value })).toEqual([`${name} ${sentence}.`]);
});

test('without a token people are told where to get one', () => {
  const sentence = 'BOT_TOKEN is missing: get a token from @BotFather and set it.';

  expect(parseConfig({}, null)).toEqual({ kind: 'faults', faults: [sentence] });
  expect(parseConfig({ BOT_TOKEN: '' }, null)).toEqual({ kind: 'faults', faults: [sentence] });
});

test('every fault is named, all at once', () => {
  const found = faults(
    { PORT: 'x', TICK: 'x', MIN_INTERVAL: '2h', MAX_INTERVAL: '1h' },
    'nonsense: 1\nlanguage: 7',
  );

  expect(found).toHaveLength(5);
  expect(found.join(' ')).toMatch(/PORT.*TICK|TICK.*PORT/);
  expect(found).toContain('MIN_INTERVAL must not be longer than MAX_INTERVAL.');
  expect(found).toContain('There is no setting “nonsense”.');
});

test.each([
  ['BOT_TOKEN', '123456 ABC-the-secret'],
  ['BOT_TOKEN', 'the-secret'],
  ['DATABASE_URL', 'mysql://user:the-secret@db/x'],
])('a wrong %s is not repeated', (name, value) => {
  const found = faults({ [name]: value });

  expect(found).toHaveLength(1);
  expect(found.join()).not.toContain('the-secret');
});

test('a token in a broken file is not repeated', () => {
  const found = faults({}, 'botToken: "123:the-secret\nother: [');

  expect(found.join()).toMatch(/^The configuration file is not valid YAML: /);
  expect(found.join()).not.toContain('the-secret');
});

test('the file has the same names in camelCase, and the environment comes first', () => {
  const file = `
ownerIds: [1, 2]
minInterval: 1m
access: open
feeds:
  - url: https://example.org/feed
    name: Example
    category: Tests
  - url: https://example.org/other
`;

  expect(config({ MIN_INTERVAL: '2m' }, file)).toMatchObject({
    ...{ ownerIds: [1, 2], minInterval: 120_000, access: 'open' },
    feeds: [
      { url: 'https://example.org/feed', name: 'Example', category: 'Tests' },
      { url: 'https://example.org/other' },
    ],
  });
});

test('an empty variable is one that is not set', () => {
  expect(config({ ACCESS: '', PORT: '' }, 'access: open')).toMatchObject({ access: 'open' });
  expect(config({ PORT: '' }).port).toBeUndefined();
});

test('an empty file says nothing', () => {
  expect(config({}, '')).toEqual(config());
  expect(config({}, '# only a comment\n')).toEqual(config());
});

test.each([
  ['minIntervall: 1m', 'There is no setting “minIntervall”; did you mean “minInterval”.'],
  ['owner_ids: 1', 'There is no setting “owner_ids”; did you mean “ownerIds”.'],
  ['BOT_TOKEN: x', 'There is no setting “BOT_TOKEN”; did you mean “botToken”.'],
  ['zebra: 1', 'There is no setting “zebra”.'],
  ['feeds: [{url: "https://a.org/", nmae: x}]', 'There is no setting “nmae” in feeds.'],
  ['feeds: [{name: x}]', 'FEEDS (0.url) is not understood.'],
  ['feeds: [{url: "ftp://a.org/"}]', 'FEEDS (0.url) must be an http(s) address.'],
  ['feeds: https://a.org/', 'FEEDS must be a list of feeds.'],
  ['- a list', 'The configuration file must be a list of settings, one “name: value” a line.'],
])('%s: %s', (file, sentence) => {
  expect(faults({}, file)).toEqual([sentence]);
});
