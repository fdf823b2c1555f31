import { createServer, request } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createSocketServer,
  type Socket,
} from 'node:net';

/** A small proxy on loopback, which remembers what it was asked for. */
export type TestProxy = {
  /** `host:port` without credentials. */
  address: string;
  /** Servers it was asked to reach, as it was told them. */
  asked: string[];
  /** Credentials it was given. */
  credentials: string[];
  close(): void;
};

/** An HTTP proxy: whole addresses for http, CONNECT for https. `everybody` is where all names lead. */
export async function openHttpProxy(everybody: number): Promise<TestProxy> {
  const seen = { asked: [] as string[], credentials: [] as string[] };
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '');
    seen.asked.push(url.host);
    seen.credentials.push(plain(incoming.headers['proxy-authorization']));
    const { method, headers } = incoming;
    const onward = request(
      { host: '127.0.0.1', port: everybody, path: url.pathname + url.search, method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on('connect', ({ url, headers }, socket: Socket) => {
    seen.asked.push(url ?? '');
    seen.credentials.push(plain(headers['proxy-authorization']));
    tunnel(socket, everybody, () => socket.write('HTTP/1.1 200 Connected\r\n\r\n'));
  });
  return { ...seen, ...(await listening(server)) };
}

/** A SOCKS5 proxy (RFC 1928) that wants a name and a password (RFC 1929). */
export async function openSocksProxy(everybody: number): Promise<TestProxy> {
  const seen = { asked: [] as string[], credentials: [] as string[] };
  const server = createSocketServer(async (socket) => {
    socket.on('error', () => {});
    await chunk(socket);
    socket.write(Buffer.from([5, 2]));
    const said = await chunk(socket);
    const name = said.subarray(2, 2 + (said[1] ?? 0));
    const password = said.subarray(3 + name.length);
    seen.credentials.push(`${name}:${password}`);
    socket.write(Buffer.from([1, 0]));
    const wanted = await chunk(socket);
    const isName = wanted[3] === 3;
    const host = isName
      ? String(wanted.subarray(5, 5 + (wanted[4] ?? 0)))
      : [...wanted.subarray(4, 8)].join('.');
    seen.asked.push(`${host}:${wanted.readUInt16BE(wanted.length - 2)}`);
    tunnel(socket, everybody, () => socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 80])));
  });
  return { ...seen, ...(await listening(server)) };
}

function chunk(socket: Socket): Promise<Buffer> {
  return new Promise((resolve) => socket.once('data', resolve));
}

function tunnel(socket: Socket, port: number, ready: () => void): void {
  const onward = connect(port, '127.0.0.1', () => {
    ready();
    onward.pipe(socket).pipe(onward);
  });
  for (const end of [socket, onward]) end.on('error', () => socket.destroy());
}

function plain(header: string | undefined): string {
  return Buffer.from(header?.replace('Basic ', '') ?? '', 'base64').toString();
}

type Listener = ReturnType<typeof createSocketServer>;

function listening(server: Listener): Promise<Pick<TestProxy, 'address' | 'close'>> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
        close() {
          for (const socket of sockets) socket.destroy();
          server.close();
        },
      }),
    );
  });
}
