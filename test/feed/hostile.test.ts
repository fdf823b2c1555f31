import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHostileSite } from './hostile-site.ts';

const PROCESS = fileURLToPath(new URL('fetch-process.ts', import.meta.url));
const MAX_GROWN_BYTES = 150 * 1024 * 1024;
/** Nothing else happens in the program meanwhile. */
const MAX_CPU_MS = 4_000;

type Told = {
  path: string;
  kind: string;
  reason: string | null;
  title: string;
  entries: number;
  cpuMs: number;
  grownBytes: number;
};

let site: Awaited<ReturnType<typeof openHostileSite>>;

beforeAll(async () => {
  site = await openHostileSite();
});

afterAll(() => site.close());

/** What a process of its own tells of fetching these, one after another. */
async function fetchApart(...urls: string[]): Promise<Told[]> {
  const absolute = urls.map((url) => (url.startsWith('/') ? site.url + url : url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    // As `npm start` and the image run it: a small young generation.
    '--max-semi-space-size=2',
    PROCESS,
    `${site.url}/calm`,
    ...absolute,
  ]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);
}

function expectBounded({ path, cpuMs, grownBytes }: Told): void {
  expect(grownBytes, `${path}: memory`).toBeLessThan(MAX_GROWN_BYTES);
  expect(cpuMs, `${path}: time`).toBeLessThan(MAX_CPU_MS);
}

// Memory is read where Linux tells it.
describe.skipIf(process.platform !== 'linux')('hostile answers', { timeout: 60_000 }, () => {
  test('entities that laugh, multiply or point at files stay what they are', async () => {
    const told = await fetchApart(
      '/billion-laughs',
      '/quadratic',
      '/external-file',
      '/external-url',
    );

    expect(told.map(({ kind, title }) => [kind, title.slice(0, 6)])).toEqual([
      ['fetched', '&l10;'],
      ['fetched', '&a;&a;'],
      ['fetched', '&x;'],
      ['fetched', 'x'],
    ]);
    for (const it of told) expectBounded(it);
  });

  test('ten thousand levels of nesting and NUL bytes are read as far as they make sense', async () => {
    const told = await fetchApart('/deep', '/deep-elements', '/json-deep', '/nul');

    expect(told.map(({ kind }) => kind)).toEqual(['fetched', 'fetched', 'failed', 'fetched']);
    expect(told.at(-1)?.title).toBe('ab');
    for (const it of told) expectBounded(it);
  });

  test.each([
    ['/many-entries', 1],
    ['/many-different', 5_000],
    ['/many-long-entries', 5_000],
    ['/just-below-the-limits', 3_900],
    ['/many-attributes', 0],
    ['/one-long-text', 0],
  ])('%s cost neither time nor memory, and give %i entries', async (path, entries) => {
    const [told] = await fetchApart(path);

    expect(told).toMatchObject({ kind: 'fetched', entries });
    if (told) expectBounded(told);
  });

  test('bombs are thrown away while they unpack', async () => {
    const told = await fetchApart('/gzip-bomb', '/gzip-in-gzip', '/brotli-bomb', '/zstd-bomb');

    expect(told.map(({ reason }) => reason)).toEqual(Array(4).fill('tooLarge'));
    for (const it of told) expectBounded(it);
  });

  test('two hundred megabytes, and a body without an end, are left after ten', async () => {
    const told = await fetchApart('/200-megabytes', '/endless');

    expect(told.map(({ reason }) => reason)).toEqual(['tooLarge', 'tooLarge']);
    for (const it of told) expectBounded(it);
  });

  test('who dribbles or is silent is left in time', async () => {
    const told = await fetchApart('/slow-loris', '/silent');

    expect(told.map(({ reason }) => reason)).toEqual(['timeout', 'timeout']);
    for (const it of told) expectBounded(it);
  });
});

test('redirects lead neither in circles nor where no feed may be', async () => {
  const told = await fetchApart('/loop', '/to-private', '/to-metadata', '/to-file');

  expect(told.map(({ reason }) => reason)).toEqual(['redirects', 'blocked', 'blocked', 'badUrl']);
});

test('addresses inside are not asked, however they are written', async () => {
  const told = await fetchApart(
    ...['http://2130706434/', 'http://0x7f000002/', 'http://0177.0.0.2/', 'http://127.2/'],
    ...['http://[::ffff:127.0.0.2]/', 'http://[::ffff:7f00:2]/', 'http://[64:ff9b::a00:1]/'],
    ...['file:///etc/passwd', 'gopher://127.0.0.1/', 'http://user:pass@127.0.0.1/'],
  );

  const reasons = told.map(({ reason }) => reason);
  expect(reasons).toEqual([...Array(7).fill('blocked'), ...Array(3).fill('badUrl')]);
});
