import { expect, test } from 'vitest';
import type { Log } from '../../src/log.ts';
import type { Push } from '../../src/relay/push.ts';
import type { HubQuestion, Hubs } from '../../src/relay/websub.ts';
import { createWeb } from '../../src/web/web.ts';

/** The routes before somebody who knows one callback, confirms everything and keeps what is pushed. */
function door() {
  const asked: HubQuestion[] = [];
  const pushed: Push[] = [];
  const logged: string[] = [];
  const hubs: Hubs = {
    tick: async () => {},
    stop: async () => {},
    async answer(callback, question) {
      asked.push(question);
      if (callback !== 'known') return { kind: 'unknown' };
      const { mode, challenge } = question;
      return mode === 'denied' ? { kind: 'noted' } : { kind: 'confirmed', challenge };
    },
    expects: async (callback) => callback === 'known',
    async receive(_, push) {
      if (push.contentType === 'application/fault') throw new Error('disk full');
      pushed.push(push);
      return 'taken';
    },
  };
  const log: Log = (event) => void logged.push(event);
  const web = createWeb({ now: () => 0, lastTickAt: () => 0, staleMs: 1, hubs, log });
  return {
    asked,
    pushed,
    logged,
    ask: (path: string, init?: RequestInit) => web.request(path, init),
  };
}

test('a challenge comes back letter for letter, as text that no browser takes for a page', async () => {
  const { ask, asked } = door();
  const challenge = '<script>alert(1)</script>&+ü';
  const question = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': 'https://a.example/?b=c&d',
    'hub.challenge': challenge,
    'hub.lease_seconds': '60',
  });

  const answer = await ask(`/websub/known?${question}`);

  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(challenge);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(asked).toEqual([
    { mode: 'subscribe', topicUrl: 'https://a.example/?b=c&d', challenge, leaseSeconds: '60' },
  ]);
});

test('a question about an unknown callback is 404, a denial 204', async () => {
  const { ask } = door();

  expect((await ask('/websub/other?hub.mode=subscribe')).status).toBe(404);
  expect((await ask('/websub/known?hub.mode=denied')).status).toBe(204);
});

test('a push arrives byte by byte with the headers that matter', async () => {
  const { ask, pushed } = door();
  const body = Uint8Array.of(0xff, 0, 0x3c, 0x0d, 0x0a);
  const headers = {
    'content-type': 'application/rss+xml; charset=gbk',
    'x-hub-signature': 'sha1=00',
    link: '<https://a.example/>; rel="self"',
  };

  const answer = await ask('/websub/known', { method: 'POST', body, headers });

  expect(answer.status).toBe(202);
  expect(pushed.map((push) => ({ ...push, body: [...push.body] }))).toEqual([
    {
      body: [...body],
      contentType: headers['content-type'],
      signature: 'sha1=00',
      link: headers.link,
    },
  ]);
});

test('a push to an unknown callback is 410, and its body is not read', async () => {
  const { ask, pushed } = door();
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    },
    { highWaterMark: 0 },
  );

  const answer = await ask('/websub/other', post(endless));

  expect(answer.status).toBe(410);
  expect(pulled).toBe(0);
  expect(pushed).toEqual([]);
});

test('a push of more than 10 MiB is 413, and read no further', async () => {
  const { ask, pushed } = door();
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });

  const answer = await ask('/websub/known', post(endless));

  expect(answer.status).toBe(413);
  expect(pulled).toBeLessThan(20);
  expect(pushed).toEqual([]);
});

test('a push that could not be remembered is answered with 500, so that the hub brings it again', async () => {
  const { ask, logged } = door();
  const headers = { 'content-type': 'application/fault' };

  const answer = await ask('/websub/known', { method: 'POST', body: 'x', headers });

  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe('Internal Server Error');
  expect(logged).toEqual(['web.crashed']);
});

test('without hubs there is no such door', async () => {
  const web = createWeb({ now: () => 0, lastTickAt: () => 0, staleMs: 1, log: () => {} });

  expect((await web.request('/websub/known', { method: 'POST' })).status).toBe(404);
});

function post(body: ReadableStream<Uint8Array>): RequestInit {
  return { method: 'POST', body, duplex: 'half' } as RequestInit;
}
