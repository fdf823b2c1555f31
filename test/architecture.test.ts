import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Lowest first. A module imports only what stands below it, and its own neighbours inside one folder. */
const LAYERS = [
  ['model', 'letters', 'log', 'http'],
  ['feed', 'article', 'post', 'telegram', 'store'],
  ['relay'],
  ['bot', 'web'],
  ['config'],
  ['app'],
  ['main', 'playground'],
];

/** Each outside library has one door, so that it can be changed behind that door. */
const DOORS: Record<string, string[]> = {
  '@fluent/bundle': ['bot'],
  '@hono/node-server': ['app', 'playground'],
  '@mozilla/readability': ['article'],
  '@redis/client': ['store'],
  feedsmith: ['feed'],
  grammy: ['telegram', 'bot'],
  hono: ['web', 'playground'],
  hookified: ['store'],
  htmlparser2: ['feed', 'article'],
  'ipaddr.js': ['http'],
  jschardet: ['feed'],
  keyv: ['store'],
  kysely: ['store'],
  linkedom: ['article'],
  marked: ['post'],
  'node-cron': ['app', 'config'],
  'p-limit': ['relay'],
  pg: ['store'],
  pino: ['log'],
  'prom-client': ['web'],
  re2js: ['article'],
  sharp: ['telegram', 'playground'],
  turndown: ['article'],
  undici: ['http'],
  yaml: ['config'],
  zod: ['config'],
};

/** Ambient things, and the only modules that may touch them. */
const AMBIENT: [RegExp, string[]][] = [
  [/\bprocess\.|[=(] ?process\b/, ['main', 'app']],
  [/\bDate\.now\b|\bnew Date\(\)/, ['app', 'main']],
];

const moduleOf = (path: string) => path.replace(/^src\//, '').split(/[/.]/)[0] ?? '';
const layerOf = (module: string) => LAYERS.findIndex((layer) => layer.includes(module));
const libraryOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const files = globSync('src/**/*.ts').map((path) => {
  const source = readFileSync(path, 'utf8');
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
  return { path, code, module: moduleOf(path), imports: importsOf(source) };
});

/** Static, side-effect and dynamic imports alike. */
function importsOf(source: string): string[] {
  return [...source.matchAll(/(?:\bfrom\s+|(?<!')\bimport\s*\(?\s*)'([^']+)'/g)].map(
    (m) => m[1] ?? '',
  );
}

test.each(files)('$path stands in its layer', ({ path, module, imports }) => {
  expect(layerOf(module), `${module} has no layer`).toBeGreaterThanOrEqual(0);
  for (const specifier of imports.filter((it) => it.startsWith('.'))) {
    const target = moduleOf(new URL(specifier, `file:///${path}`).pathname.slice(1));
    const allowed = target === module || layerOf(target) < layerOf(module);
    expect(allowed, `${path} imports ${specifier}`).toBe(true);
  }
});

test.each(files)('$path uses only its own libraries', ({ path, module, imports }) => {
  for (const specifier of imports.filter((it) => !/^(\.|node:)/.test(it))) {
    expect(DOORS[libraryOf(specifier)] ?? [], `${path} imports ${specifier}`).toContain(module);
  }
});

test.each(files)('$path takes clock and environment as arguments', ({ path, module, code }) => {
  if (path === 'src/playground/main.ts' || path.startsWith('src/playground/page/')) return;
  for (const [pattern, modules] of AMBIENT) {
    if (modules.includes(module)) continue;
    expect(pattern.test(code), `${path} uses ${pattern}`).toBe(false);
  }
});

test.each(files)('$path lies at most one folder deep', ({ path }) => {
  expect(path.split('/').length).toBeLessThanOrEqual(path.includes('/page/') ? 4 : 3);
});

test.each(globSync('test/**/*.ts'))('%s replaces none of our own modules', (path) => {
  expect(readFileSync(path, 'utf8')).not.toMatch(/\bvi\.(do)?[mM]ock\(/);
});

/** Several test files share a process, and what they import is evaluated for the first of them only. */
test.each(globSync('test/!(browser)/**/*.ts').concat(globSync('test/*.ts')))(
  '%s leaves cleaning up to the test that it serves',
  (path) => {
    if (path.endsWith('.test.ts')) return;
    expect(readFileSync(path, 'utf8')).not.toMatch(/^(before|after)(Each|All)\(/m);
  },
);
