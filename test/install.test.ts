import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { secretNames, settingGroups } from '../src/config/settings.ts';
import { parseConfig } from '../src/config.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const NAMES = settingGroups().flatMap(({ settings }) => settings.map(({ name }) => name));
const COMPOSE_FILES = globSync('compose*.yaml');

type Service = {
  image?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  ports?: string[];
  stop_grace_period?: string;
  environment: Record<string, string>;
};

const servicesOf = (path: string) =>
  Object.entries(
    (parse(read(path), { merge: true }) as { services: Record<string, Service> }).services,
  );

/** Those that run Telewire, and not somebody else's image. */
const ours = COMPOSE_FILES.flatMap((path) =>
  servicesOf(path)
    .filter(([, { image }]) => image === undefined)
    .map(([name, service]) => ({ path, name, service })),
);

test('the Dockerfile has no fault that its linter finds', () => {
  expect(validate(read('Dockerfile'))).toEqual([]);
});

test('the image runs as somebody without rights, looks after its health, and names what it is made of', () => {
  const text = read('Dockerfile');
  const stages = text.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? '';

  expect(stages.length).toBeGreaterThan(1);
  expect(text).not.toMatch(/^FROM (\S+:latest|[^:\n]+$)/m);
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m);
  expect(last).toMatch(/^ENTRYPOINT \["node"/m);
  expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('ENTRYPOINT'));
  expect(last).not.toMatch(/TOKEN|PASSWORD|chown/);
  expect(text).toMatch(/npm ci --omit=dev/);
});

test('everything that is copied into the image is there, and nothing private', () => {
  const ignored = read('.dockerignore').split('\n');
  const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, paths = '']) => paths.split(' '),
  );

  for (const path of copied) {
    expect(existsSync(path), path).toBe(true);
    expect(ignored, path).not.toContain(path);
  }
  for (const path of ['.env', '.git', 'data', 'config', 'node_modules'])
    expect(ignored).toContain(path);
});

test.each(COMPOSE_FILES)('%s has no fault that its linter finds', (path) => {
  const linter = new DCLinter({
    ...{ rules: {}, quiet: false, debug: false, exclude: [] },
  });
  const found = linter
    .lintFiles([path], false)
    .flatMap(({ messages }: { messages: { rule: string }[] }) => messages);

  // The order of keys is for readers, and not for the alphabet.
  const faults = found.filter(({ rule }: { rule: string }) => !/order/.test(rule));
  expect(faults).toEqual([]);
});

test.each(ours)(
  '$path: $name may write nowhere but to its volumes, and stops in time',
  ({ service }) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], stop_grace_period: '15s' });
    expect(service.security_opt).toContain('no-new-privileges:true');
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  },
);

test.each(ours)('$path: the settings of $name are settings, and are understood', ({ service }) => {
  const names = Object.keys(service.environment);
  const env = Object.fromEntries(
    names.map((name) => [name, filled(service.environment[name] ?? '')]),
  );

  expect(names.filter((name) => !NAMES.includes(name))).toEqual([]);
  expect(parseConfig({ ...env, PORT: '8080' }, null)).toMatchObject({ kind: 'config' });
});

test('no image of others is of a version that moves', () => {
  const images = COMPOSE_FILES.flatMap((path) =>
    servicesOf(path).flatMap(([, { image }]) => image ?? []),
  );

  expect(images.length).toBeGreaterThan(0);
  for (const image of images) expect(image).toMatch(/:\d+[\w.-]*$/);
});

test('the cluster collects twice, and somebody waits to deliver; every role has somebody', () => {
  const roles = servicesOf('compose.cluster.yaml').flatMap(
    ([, { environment }]) => environment.TELEWIRE_ROLES?.split(',') ?? [],
  );
  const count = (role: string) => roles.filter((it) => it === role).length;

  expect([count('collect'), count('bot'), count('deliver'), count('web')]).toEqual([2, 2, 2, 2]);
  const names = ours
    .filter(({ path }) => path.includes('cluster'))
    .map(({ service }) => service.environment.TELEWIRE_NAME);
  expect(new Set(names).size).toBe(4);
});

test('an old Node.js can be told to start it: what only the right one knows, the program tells it itself', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const { start, playground, preview } = scripts;

  expect([start, playground, preview]).toEqual([
    'node bin/telewire.js',
    'node bin/telewire.js playground',
    'node bin/telewire.js preview',
  ]);
  expect(read('Dockerfile')).toMatch(/^ENTRYPOINT \["node", "bin\/telewire\.js"\]$/m);
  expect(read('config/telewire.service')).not.toMatch(/NODE_OPTIONS/);
});

test('an old npm leaves out nothing that the right Node.js will need', () => {
  type Locked = {
    packages: Record<string, { os?: string[]; dev?: boolean; engines?: { node?: string } }>;
  };
  const { packages } = JSON.parse(read('package-lock.json')) as Locked;

  // What is optional, and wants a later Node.js than the one that installs it, npm leaves out without a word. Take
  // `engines` away from these entries: npm keeps that.
  const left = Object.entries(packages)
    .filter(([, { os, dev, engines }]) => os !== undefined && !dev && engines !== undefined)
    .map(([path]) => path);
  expect(left.filter((path) => !path.includes('wasm32'))).toEqual([]);
});

test('the service’s unit names settings, keeps the token out of the environment, and lets go of every right', () => {
  const unit = read('config/telewire.service');
  const names = [...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name = '']) => name);
  const known = [
    ...NAMES,
    ...secretNames().map((it) => `${it}_FILE`),
    'NODE_ENV',
    'MALLOC_ARENA_MAX',
  ];

  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(unit).not.toMatch(/BOT_TOKEN=/);
  for (const line of [
    'DynamicUser=yes',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'CapabilityBoundingSet=',
  ]) {
    expect(unit).toMatch(new RegExp(`^${line}$`, 'm'));
  }
});

test.skipIf(!existsSync('/usr/bin/systemd-analyze'))('systemd finds no fault in the unit', () => {
  const { stderr } = spawnSync('systemd-analyze', ['verify', 'config/telewire.service'], {
    encoding: 'utf8',
  });

  const faults = stderr
    .split('\n')
    .filter(
      (line) => line.includes('telewire.service') && !/not executable|No such file/.test(line),
    );
  expect(faults).toEqual([]);
});

/** As Compose would fill it in, from an environment with what must be there. */
function filled(value: string): string {
  const given: Record<string, string> = { BOT_TOKEN: '1:abc', POSTGRES_PASSWORD: 'word' };
  return value.replace(/\$\{(\w+)(?::[-?][^}]*)?\}/g, (_, name: string) => given[name] ?? '');
}
