import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { feedText } from './feed-text.ts';

// A process of its own, so that its work is not counted as ours. Every path is a feed; `304` answers to validators.

const hasValidators = process.argv[2] === '304';
const texts = new Map<string, string>();

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const etag = `"${path}"`;
  if (hasValidators && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const text = texts.get(path) ?? feedText(path);
  texts.set(path, text);
  response.writeHead(200, {
    'content-type': 'application/rss+xml',
    ...(hasValidators && { etag }),
  });
  response.end(text);
});

server.listen(0, () => process.send?.((server.address() as AddressInfo).port));
