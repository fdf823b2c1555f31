import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';

const parsed = (env: Record<string, string>) => {
  const outcome = parseConfig({ BOT_TOKEN: '42:token', ...env }, null);
  return outcome.kind === 'faults' ? outcome.faults : outcome.config.publicUrl;
};

test.each([
  ['https://news.example.org', 'https://news.example.org'],
  ['https://example.org/telewire/', 'https://example.org/telewire'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('PUBLIC_URL may be %s', (written, url) => {
  expect(parsed({ PUBLIC_URL: written, PORT: '8080' })).toBe(url);
});

test.each(['http://news.example.org', 'http://127.evil.example', 'ftp://localhost', 'localhost'])(
  'PUBLIC_URL may not be %s',
  (written) => {
    expect(parsed({ PUBLIC_URL: written, PORT: '8080' })).toEqual([
      'PUBLIC_URL must be an https address.',
    ]);
  },
);

test('PUBLIC_URL without PORT is a fault, and told beside all others', () => {
  expect(parsed({ PUBLIC_URL: 'https://news.example.org', LANGUAGE: '!' })).toEqual([
    'LANGUAGE must be a language such as en or zh.',
    'PUBLIC_URL needs PORT: the port on which that address reaches this program.',
  ]);
});
