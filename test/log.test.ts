import { expect, test } from 'vitest';
import { createLog, type LogLevel, redact } from '../src/log.ts';

const TOKEN = '123456789:AAF-abcdefghijklmnopqrstuvwxyz_012345';

/** Everything that is logged at that level, as text and as JSON. */
function logging(level?: LogLevel) {
  const lines: string[] = [];
  const log = createLog((line) => void lines.push(line), level);
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') };
}

test('an event is one line of JSON with its time, its level and its fields', () => {
  const { log, lines, last } = logging();

  log('feed.fetched', { feedId: 7, url: 'https://example.org/\n"feed"' });

  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/);
  expect(last()).toEqual({
    ...{ level: 'info', event: 'feed.fetched', feedId: 7, url: 'https://example.org/\n"feed"' },
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
});

test.each([
  ['app.ready', 'info'],
  ['feed.failed', 'warn'],
  ['delivery.unsent', 'warn'],
  ['delivery.dead', 'warn'],
  ['feed.crashed', 'error'],
  ['delivery.sent', 'debug'],
])('%s is of level %s', (event, level) => {
  const { log, last } = logging('debug');

  log(event);

  expect(last()).toMatchObject({ event, level });
});

test('what is below the wanted level is not written', () => {
  const { log, lines } = logging('warn');

  log('app.ready');
  log('feed.failed');

  expect(lines).toHaveLength(1);
});

test.each([
  ['a field', { reason: `token ${TOKEN} revoked` }],
  ['a Bot API address', { url: `https://api.telegram.org/bot${TOKEN}/getMe` }],
  ['an encoded address', { url: `https://api.telegram.org/bot${TOKEN.replace(':', '%3A')}/getMe` }],
  ['a file’s address', { url: `https://api.telegram.org/file/bot${TOKEN}/photo.jpg` }],
  ['a nested field', { config: { bot: [{ token: TOKEN }] } }],
  ['a field’s name', { [TOKEN]: true }],
  ['an error', { error: new Error(`request to /bot${TOKEN}/getMe failed`) }],
  ['an error’s cause', { error: new Error('x', { cause: new Error(`/bot${TOKEN}/getMe`) }) }],
  ['a cause that is text', { error: new Error('x', { cause: `/bot${TOKEN}/getMe` }) }],
  ['an error in an object', { failure: { error: new Error(TOKEN) } }],
])('a bot token is masked in %s', (_, fields) => {
  const { log, lines } = logging();

  log('bot.failed', fields);

  expect(lines.join()).not.toContain('AAF-');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'bot.failed' });
});

test.each([
  ['postgres://user:secret@db.example.org/telewire', 'postgres://<hidden>@db.example.org/telewire'],
  ['https://user@example.org/feed', 'https://<hidden>@example.org/feed'],
  ['https://user:p@ss:w@rd@example.org/', 'https://<hidden>@example.org/'],
  [
    'see http://a:b@c.org and ftp://d:e@f.org',
    'see http://<hidden>@c.org and ftp://<hidden>@f.org',
  ],
])('the credentials of %s are masked', (text, masked) => {
  const { log, last } = logging();

  log('feed.failed', { deep: [{ text }], error: new Error('x', { cause: new Error(text) }) });

  expect(last().deep).toEqual([{ text: masked }]);
  expect(last().error).toContain(masked);
  expect(last().error).not.toContain(text);
});

test.each([
  'https://example.org/@anna',
  'https://example.org/?to=a@b.org',
  'https://example.org#a@b',
  'mail anna@example.org at 12:30',
  '1234:short',
  '2026-11-25T12:00:00Z',
])('%s is nobody’s secret', (text) => {
  expect(redact(text)).toBe(text);
});

test('an error is told with its stack and its causes', () => {
  const { log, last } = logging();
  const error = new Error('The feed broke', { cause: new TypeError('no such thing') });

  log('feed.crashed', { error });

  expect(last().error).toMatch(/^Error: The feed broke\n\s+at .*caused by: TypeError: no such/s);
});

test('what goes in a circle is written all the same', () => {
  const { log, lines } = logging();
  const circle: Record<string, unknown> = { name: 'circle' };
  circle.self = circle;

  log('feed.failed', { circle });

  expect(lines[0]).toContain('circle');
});

test.each([
  ['a key in a query', 'https://a.example/feed?key=hush-hush&page=2', 'page=2'],
  ['a token in a query', 'https://a.example/feed?page=2&access_token=hush-hush', 'page=2'],
  ['a key after an entity', 'see https://a.example/?a=1&amp;apikey=hush-hush.', 'a=1'],
  ['a header', 'Authorization: Bearer hush-hush', 'Authorization'],
  ['a header of JSON', '{"x-api-key":"hush-hush","etag":"a"}', '"etag":"a"'],
  ['a cookie', 'cookie: session=hush-hush', 'cookie'],
])('%s is masked, and what is beside it stays', (_, text, beside) => {
  expect(redact(text)).not.toContain('hush');
  expect(redact(text)).toContain(beside);
});

test.each([
  'https://a.example/?monkey=1&keyword=cats',
  'the key is under the mat, and the token of love too',
  'https://a.example/token/1',
])('“%s” holds no secret', (text) => {
  expect(redact(text)).toBe(text);
});

test('secrets that were set are masked wherever and however they stand, and lines stay JSON', () => {
  const lines: string[] = [];
  const secrets = ['pa"ss word', 'short'];
  const log = createLog((line) => void lines.push(line), 'debug', secrets);

  log('x.y', { plain: 'a pa"ss word here', encoded: encodeURIComponent('pa"ss word') });
  log('x.y', { headers: { authorization: 'pa"ss word', cookie: 'a=b', etag: '"1"' } });

  expect(lines.join('')).not.toMatch(/ss(%20| )word/);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { plain: 'a <hidden> here', encoded: '<hidden>' },
    { headers: { etag: '"1"' } },
  ]);
});
