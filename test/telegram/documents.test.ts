import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createReadDocument, type DocumentOutcome } from '../../src/telegram/documents.ts';

const TOKEN = '42:secret-token';
let close = () => {};

afterEach(() => close());

/** Reads a file of a Bot API server that answers so. */
async function read(listener: RequestListener, file_size?: number): Promise<DocumentOutcome> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const api = {
    getFile: async () => ({ file_id: 'x', file_unique_id: 'x', file_path: 'documents/7' }),
  };
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const readDocument = createReadDocument({ api, token: TOKEN, apiRoot });
  return readDocument({ file_id: 'x', ...(file_size !== undefined && { file_size }) }, 1_000);
}

test('a file is read from where the Bot API says that it lies', async () => {
  const asked: unknown[] = [];

  const outcome = await read((request, response) => {
    asked.push(request.url);
    response.end('hello');
  });

  expect(asked).toEqual([`/file/bot${TOKEN}/documents/7`]);
  expect(outcome).toEqual({ kind: 'read', bytes: Buffer.from('hello') });
});

test('a file that says it is too large is not asked for', async () => {
  let asked = 0;

  const outcome = await read(() => {
    asked += 1;
  }, 1_001);

  expect(outcome).toEqual({ kind: 'tooLarge' });
  expect(asked).toBe(0);
});

test('a file that is larger than it said is read no further', async () => {
  const endless: RequestListener = (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    };
    response.on('drain', more);
    more();
  };

  expect(await read(endless, 10)).toEqual({ kind: 'tooLarge' });
});

test.each<[string, RequestListener, string]>([
  ['is gone', (_, response) => response.writeHead(404).end(), 'HTTP 404'],
  ['breaks off', (request) => request.socket.destroy(), 'TypeError'],
])('a file that %s is a failure, told without the token', async (_, listener, reason) => {
  expect(await read(listener)).toEqual({ kind: 'failed', reason });
});
