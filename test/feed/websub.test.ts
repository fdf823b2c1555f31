import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  chooseHub,
  hubForm,
  hubsIn,
  isSameTopic,
  isSigned,
  leaseMs,
  patienceMs,
  pollAt,
  selfIn,
} from '../../src/feed/websub.ts';
import { spentMs } from '../cpu.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const BODY = Buffer.from('<rss/>');

test('a signature is known from RFC 4231: test case 2, by SHA-256', () => {
  const signature = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';

  expect(isSigned(Buffer.from('what do ya want for nothing?'), 'Jefe', signature)).toBe(true);
});

test.each(['sha1', 'sha256', 'sha384', 'sha512', 'SHA1'])('%s signatures are read', (method) => {
  const digest = createHmac(method, 'secret').update(BODY).digest('hex');

  expect(isSigned(BODY, 'secret', `${method}=${digest}`)).toBe(true);
  expect(isSigned(BODY, 'secret', ` ${method}=${digest.toUpperCase()} `)).toBe(true);
  expect(isSigned(BODY, 'other', `${method}=${digest}`)).toBe(false);
  expect(isSigned(Buffer.from('<rss />'), 'secret', `${method}=${digest}`)).toBe(false);
  expect(isSigned(BODY, 'secret', `${method}=${digest.slice(0, -2)}`)).toBe(false);
});

test.each([undefined, '', 'sha1', 'sha1=', 'sha1=zz', 'md5=', '=', `sha256=${'0'.repeat(129)}`])(
  'the signature %j is none',
  (signature) => {
    expect(isSigned(BODY, 'secret', signature)).toBe(false);
  },
);

test('a method that is none of the four is refused, though Node.js knows it', () => {
  const digest = createHmac('md5', 'secret').update(BODY).digest('hex');

  expect(isSigned(BODY, 'secret', `md5=${digest}`)).toBe(false);
});

test.each([
  [
    '<https://hub.example/>; rel="hub", <https://a.example/feed>; rel="self"',
    'https://a.example/feed',
  ],
  ['<https://a.example/feed>; rel=self, <https://hub.example/>; rel=hub', 'https://a.example/feed'],
  ['<https://hub.example>;type="x";rel="HUB"', 'https://a.example/found'],
  ['<//hub.example>; rel="alternate hub", </feed>; rel="canonical self"', 'https://a.example/feed'],
])('the Link header %s names a hub and its topic', (link, self) => {
  expect(hubsIn(link, 'https://a.example/found')).toEqual([{ hub: 'https://hub.example/', self }]);
});

test.each([
  undefined,
  '',
  '<https://a.example/>; rel="self"',
  '<javascript:x>; rel="hub"',
  'rel=hub',
])('the Link header %j names no hub', (link) => {
  expect(hubsIn(link, 'https://a.example/')).toBeNull();
});

test('a Link header without end is read in no time', () => {
  const before = spentMs();

  selfIn('<'.repeat(1_000_000), 'https://a.example/');
  selfIn(`<a>${';rel='.repeat(200_000)}`, 'https://a.example/');

  expect(spentMs() - before).toBeLessThan(200);
});

test('of several hubs the first with https is asked', () => {
  const self = 'https://a.example/feed';
  const hubs = ['http://one.example/', 'https://two.example/', 'https://three.example/'];

  const named = hubs.map((hub) => ({ hub, self }));

  expect(chooseHub(named)).toEqual({ hubUrl: 'https://two.example/', topicUrl: self });
  expect(chooseHub(named.slice(0, 1))).toEqual({ hubUrl: 'http://one.example/', topicUrl: self });
  expect(chooseHub([])).toEqual({ hubUrl: null, topicUrl: null });
});

test('a hub is told the secret and the lease only when it is to push', () => {
  const asked = { topicUrl: 'https://a.example/', callbackUrl: 'https://b.example/', secret: 's' };

  expect(hubForm('subscribe', asked)).toEqual({
    'hub.mode': 'subscribe',
    'hub.topic': 'https://a.example/',
    'hub.callback': 'https://b.example/',
    'hub.verify': 'async',
    'hub.secret': 's',
    'hub.lease_seconds': '864000',
  });
  expect(Object.keys(hubForm('unsubscribe', asked))).toEqual([
    'hub.mode',
    'hub.topic',
    'hub.callback',
    'hub.verify',
  ]);
});

test.each([
  ['https://a.example/feed', 'http://a.example/feed/', true],
  ['https://a.example/feed?utm_source=hub', 'https://a.example/feed', true],
  ['https://a.example/feed', 'https://a.example/Feed', false],
  ['https://a.example/feed', 'https://b.example/feed', false],
])('%s and %s: the same topic? %s', (one, other, isSame) => {
  expect(isSameTopic(one, other)).toBe(isSame);
});

test.each([
  ['3600', HOUR_MS],
  ['1', MINUTE_MS],
  ['9999999999', 90 * DAY_MS],
  [undefined, 10 * DAY_MS],
  ['soon', 10 * DAY_MS],
  ['-5', 10 * DAY_MS],
])('a lease of %j seconds lasts %i ms', (written, ms) => {
  expect(leaseMs(written)).toBe(ms);
});

test('a hub that does not confirm is given twice as long each time, up to a day', () => {
  const minutes = [0, 1, 2, 3, 8, 9, 1_000].map((tries) => patienceMs(tries) / MINUTE_MS);

  expect(minutes).toEqual([5, 10, 20, 40, 1_280, 1_440, 1_440]);
});

test.each([
  ['no hub: as usual', { usual: 5, pushedFor: null, polled: 5 }],
  ['a hub: a twelfth as often', { usual: 5, pushedFor: 10_000, polled: 60 }],
  ['but every six hours', { usual: 60, pushedFor: 10_000, polled: 360 }],
  ['never more often than usual', { usual: 1_440, pushedFor: 10_000, polled: 1_440 }],
  ['and at the end of the lease', { usual: 5, pushedFor: 30, polled: 30 }],
  ['a lease that is over: as usual', { usual: 5, pushedFor: -1, polled: 5 }],
])('%s', (_, { usual, pushedFor, polled }) => {
  const now = 1_000_000 * DAY_MS;
  const pushedUntil = pushedFor === null ? null : now + pushedFor * MINUTE_MS;

  expect((pollAt(now + usual * MINUTE_MS, { now, pushedUntil }) - now) / MINUTE_MS).toBe(polled);
});
