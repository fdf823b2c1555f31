import { afterEach, expect, test, vi } from 'vitest';
import { createHttp } from '../src/http.ts';
import { openHttpProxy, openSocksProxy } from './http/proxies.ts';
import { type Certificate, hasOpenssl, makeCertificate, openTlsFront } from './http/tlsfront.ts';
import { ANNA } from './playground/telegram.ts';
import { emptyFolder, startProgram } from './program.ts';
import { setProgramStage } from './programstage.ts';

vi.setConfig({ testTimeout: 60_000 });

const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const eventually = (claim: () => unknown) => vi.waitFor(claim, { timeout: 20_000, interval: 50 });

/** A proxy that leads everything to one server, which proves its name by that certificate. */
async function openWay(kind: 'http' | 'socks5', url: string, certificate: Certificate) {
  const front = await openTlsFront(Number(new URL(url).port), certificate);
  const proxy = await (kind === 'http' ? openHttpProxy : openSocksProxy)(front.port);
  ends.push(front.close, proxy.close);
  return { front, proxy, address: `${kind}://wire:word@${proxy.address}` };
}

test.skipIf(!hasOpenssl).each(['http', 'socks5'] as const)(
  '%s: the program speaks TLS with Telegram and with a feed, each through its own proxy',
  async (kind) => {
    const { stage, paper, folder, settings } = await setProgramStage();
    // The feed by its number: no name is looked up outside this machine.
    const certificate = makeCertificate(folder, ['DNS:telegram.example', 'IP:127.0.0.1']);
    const telegram = await openWay(kind, stage.url, certificate);
    const feeds = await openWay(kind, paper.url, certificate);
    const env = settings({
      ...{ TELEGRAM_API_ROOT: 'https://telegram.example', TELEGRAM_PROXY: telegram.address },
      ...{ FEEDS_PROXY: feeds.address, NODE_EXTRA_CA_CERTS: certificate.certificate },
    });
    paper.print({ id: 'one' });
    const program = startProgram({ folder, env });
    await program.event('app.ready');
    const text = '/subscribe https://127.0.0.1/feed.xml';
    stage.world.say({ userId: ANNA, chatId: ANNA, text });
    await eventually(() => expect(JSON.stringify(stage.world.messages(ANNA))).toContain('one'));

    program.signal('SIGTERM');
    const { code } = await program.ended;

    expect(code).toBe(0);
    expect(new Set(telegram.proxy.asked)).toEqual(new Set(['telegram.example:443']));
    expect(feeds.proxy.asked).toContain('127.0.0.1:443');
    expect(feeds.proxy.asked).not.toContain('telegram.example:443');
    expect(new Set(telegram.front.names)).toEqual(new Set(['telegram.example']));
    expect(paper.requests.map(({ path }) => path)).toContain('/feed.xml');
    for (const { proxy } of [telegram, feeds]) expect(proxy.credentials).toContain('wire:word');
  },
);

test.skipIf(!hasOpenssl).each(['http', 'socks5'] as const)(
  '%s: a server whose certificate nobody trusts is told nothing',
  async (kind) => {
    const { paper } = await setProgramStage();
    const certificate = makeCertificate(emptyFolder(), ['IP:127.0.0.1']);
    const { proxy, address } = await openWay(kind, paper.url, certificate);
    const http = createHttp({
      allowedAddresses: ['127.0.0.0/8'],
      userAgent: 'Wire/1',
      proxy: address,
    });
    ends.push(http.close);

    const answer = await http.fetch({ url: 'https://127.0.0.1/feed.xml' });

    expect(answer).toMatchObject({ kind: 'failed', reason: 'tls' });
    expect(proxy.asked).toEqual(['127.0.0.1:443']);
    expect(paper.requests).toEqual([]);
  },
);
