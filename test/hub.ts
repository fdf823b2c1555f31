import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a subscriber has asked of the hub, field by field. */
export type HubRequest = { mode: string; topic: string; callback: string; secret: string };

/** A WebSub hub on loopback (w3.org/TR/websub) that tests can make fail. */
export type Hub = {
  url: string;
  /** Everything asked, oldest first. */
  requests: HubRequest[];
  /** Statuses that its callers answered with, oldest first. */
  answers: number[];
  /** Callback by topic, of those who confirmed. */
  subscribers: Map<string, HubRequest>;
  leaseSeconds: number;
  /** What the next requests are answered with: 202, until a test says otherwise. */
  status: number;
  /** What the hub does about a request that it accepted. */
  mood: 'verifies' | 'denies' | 'forgets';
  /** Fetches a topic and pushes it, as a hub does that was told of something new. */
  publish(topic: string): Promise<void>;
  /** Pushes these words, signed; `headers` replace those that would be sent. */
  push(topic: string, body: string, headers?: Record<string, string>): Promise<number>;
  method: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** Requests being answered or made. */
  pending: number;
  close(): Promise<void>;
};

export async function openHub(): Promise<Hub> {
  const server = createServer((request, response) =>
    busy(async () => {
      const form = new URLSearchParams(await textOf(request));
      const field = (name: string) => form.get(`hub.${name}`) ?? '';
      const asked = {
        mode: field('mode'),
        topic: field('topic'),
        callback: field('callback'),
        secret: field('secret'),
      };
      hub.requests.push(asked);
      response.writeHead(hub.status).end();
      if (hub.status === 202 && hub.mood !== 'forgets') await confirm(asked);
    }),
  ).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));

  const hub: Hub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub`,
    requests: [],
    answers: [],
    subscribers: new Map(),
    leaseSeconds: 3_600,
    status: 202,
    mood: 'verifies',
    method: 'sha256',
    pending: 0,
    publish: (topic) =>
      busy(async () => {
        const found = await fetch(topic);
        await push(topic, await found.text(), {
          'content-type': found.headers.get('content-type') ?? '',
        });
      }),
    push: (topic, body, headers) => busy(() => push(topic, body, headers ?? {})),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return hub;

  async function busy<Result>(act: () => Promise<Result>): Promise<Result> {
    hub.pending += 1;
    try {
      return await act();
    } finally {
      hub.pending -= 1;
    }
  }

  async function confirm(asked: HubRequest): Promise<void> {
    const { mode, topic, callback } = asked;
    const challenge = `challenge-${hub.requests.length}`;
    const question = new URLSearchParams({
      'hub.mode': hub.mood === 'denies' ? 'denied' : mode,
      'hub.topic': topic,
      ...(hub.mood === 'verifies' && { 'hub.challenge': challenge }),
      ...(mode === 'subscribe' && { 'hub.lease_seconds': String(hub.leaseSeconds) }),
    });
    const answer = await fetch(`${callback}?${question}`);
    hub.answers.push(answer.status);
    if (!answer.ok || (await answer.text()) !== challenge) return;
    if (mode === 'subscribe') hub.subscribers.set(topic, asked);
    else hub.subscribers.delete(topic);
  }

  async function push(
    topic: string,
    body: string,
    headers: Record<string, string>,
  ): Promise<number> {
    const subscriber = hub.subscribers.get(topic);
    if (!subscriber) return 0;
    const digest = createHmac(hub.method, subscriber.secret).update(body).digest('hex');
    const answer = await fetch(subscriber.callback, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/rss+xml',
        link: `<${hub.url}>; rel="hub", <${topic}>; rel="self"`,
        'x-hub-signature': `${hub.method}=${digest}`,
        ...headers,
      },
    });
    hub.answers.push(answer.status);
    return answer.status;
  }
}

/** A port on which nobody listened a moment ago. */

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
