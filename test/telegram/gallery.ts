import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createHttp, type Http } from '../../src/http.ts';
import { createOpenPicture, type OpenPicture } from '../../src/telegram/pictures.ts';

export type Exhibit = { bytes: Uint8Array; type?: string; status?: number };

/** A web server on loopback with pictures in it. */
export type Gallery = {
  /** Hangs a picture, and answers its address. */
  hang(name: string, exhibit: Exhibit | Uint8Array): string;
  /** Names asked for, oldest first. */
  visits: string[];
  openPicture: OpenPicture;
  fetchBytes: Http;
};

export async function openGallery(): Promise<Gallery> {
  const exhibits = new Map<string, Exhibit>();
  const visits: string[] = [];
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    visits.push(name);
    const { bytes, type = 'image/jpeg', status = 200 } = exhibits.get(name) ?? MISSING;
    response.writeHead(status, { 'content-type': type }).end(bytes);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const http = createHttp({ allowedAddresses: ['127.0.0.1/32'], userAgent: 'test' });
  onTestFinished(async () => {
    await http.close();
    server.close();
  });

  return {
    hang(name, exhibit) {
      exhibits.set(name, exhibit instanceof Uint8Array ? { bytes: exhibit } : exhibit);
      return `http://127.0.0.1:${port}/${name}`;
    },
    visits,
    openPicture: createOpenPicture(http.fetch),
    fetchBytes: http.fetch,
  };
}

const MISSING: Exhibit = { bytes: new Uint8Array(), status: 404 };
