import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleFile, referencePage } from '../../src/config/reference.ts';
import { secretNames, settingGroups } from '../../src/config/settings.ts';
import { parseConfig } from '../../src/config.ts';

const settings = settingGroups().flatMap((group) => group.settings);
const TOKEN = { BOT_TOKEN: '1:abc' };

test.each([
  ['docs/configuration.md', referencePage],
  ['config/telewire.example.yaml', exampleFile],
])('%s is as `npm run docs:config` makes it', (path, make) => {
  expect(readFileSync(path, 'utf8')).toBe(make());
});

test.each(settings)(
  '$key: its example and its default are understood, and it says its form',
  (it) => {
    const { key, name, example, form, meaning, default: value } = it;
    const together = { PORT: '8080', PUBLIC_URL: 'https://a.example' };
    for (const written of [example, ...(value === null ? [] : [value])]) {
      const env = { ...TOKEN, ...together, ...(name && { [name]: written }) };
      expect(parseConfig(env, null), `${key}=${written}`).toMatchObject({ kind: 'config' });
    }
    expect(form).not.toBe('');
    expect(meaning).toMatch(/[.]$/);
  },
);

test('the example file is understood as it is, and with every # taken away', () => {
  const asItIs = parseConfig(TOKEN, exampleFile());
  const lines = exampleFile().split('\n');
  const opened = lines.map((line) => line.replace(/^# (?=[a-z]\w+:( |$)| {2,})/, '')).join('\n');

  const all = parseConfig(TOKEN, opened);

  expect(asItIs).toMatchObject({ kind: 'config', config: { feeds: [] } });
  expect(all).toMatchObject({ kind: 'config', config: { feeds: { length: 2 }, port: 8_080 } });
  for (const { key } of settings) expect(opened).toMatch(new RegExp(`^${key}:`, 'm'));
});

test.each([
  ['minIntervall', 'minInterval'],
  ['BOT_TOKEN', 'botToken'],
  ['bottoken', 'botToken'],
  ['owner', 'ownerIds'],
  ['ownerId', 'ownerIds'],
  ['telegramProxi', 'telegramProxy'],
  ['time_zone', 'timezone'],
  ['quotaFeed', 'quotaFeeds'],
  ['loglevel', 'logLevel'],
  ['metricToken', 'metricsToken'],
])('“%s” in the file is refused, and %s is named', (wrong, right) => {
  expect(parseConfig(TOKEN, `${wrong}: x\n`)).toEqual({
    kind: 'faults',
    faults: [`There is no setting “${wrong}”; did you mean “${right}”.`],
  });
});

test('a name that is near to none is refused without advice; within a feed its own names are near', () => {
  expect(parseConfig(TOKEN, 'zzzzqqq: 1\n')).toMatchObject({
    faults: ['There is no setting “zzzzqqq”.'],
  });
  expect(parseConfig(TOKEN, 'feeds:\n  - url: https://a.example/\n    nam: A\n')).toMatchObject({
    faults: ['There is no setting “nam” in feeds; did you mean “name”.'],
  });
});

test('every secret is known as one, and may come from a file', () => {
  expect(secretNames().sort()).toEqual([
    ...[
      'BOT_TOKEN',
      'DATABASE_URL',
      'FEEDS_PROXY',
      'LEDGER_URL',
      'METRICS_TOKEN',
      'TELEGRAM_PROXY',
    ],
  ]);
});

test('bringing updates needs a public address', () => {
  expect(parseConfig({ ...TOKEN, UPDATES: 'webhook' }, null)).toMatchObject({
    faults: [
      'UPDATES=webhook needs PUBLIC_URL: the address at which Telegram reaches this program.',
    ],
  });
});
