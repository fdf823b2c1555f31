import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLink } from '../../src/playground/links.ts';
import { linkTarget, URL_LIMIT } from '../../src/post/links.ts';
import { loadTdlib } from '../tdlib.ts';

const tdlib = loadTdlib();

/** What TDLib has against a link behind words; '' when it has nothing. */
function faultOf(url: string): string {
  const type = { _: 'textEntityTypeTextUrl', url };
  const entities = [{ _: 'textEntity', offset: 0, length: 3, type }];
  const text = { _: 'formattedText', text: 'abc', entities };
  return tdlib?.<{ message?: string }>({ _: 'parseMarkdown', text }).message ?? '';
}

/** Mostly ordinary in each of its parts, for one fault is enough to make no link of it. */
const seldom = (ordinary: string, faults: string[]) =>
  fc.oneof(
    { arbitrary: fc.constant(ordinary), weight: 3 },
    { arbitrary: fc.constantFrom(...faults), weight: 2 },
  );

const anyUrl = fc
  .tuple(
    seldom('https://', ['HTTP://', 'https:', 'https:/', 'https:///', 'https:\\\\', ' http://\n']),
    seldom('', ['@', ':@', 'u@', 'u:p@', 'a@b@']),
    seldom('paper', ['', '.', '..', '-', '_', '~', '!', '"', '`', '{}', "'", '*', '(', '%61', 'ü']),
    seldom('', [
      'пр',
      '中',
      '。',
      '1',
      '0x7f',
      '[::1]',
      '\u200b',
      '\u00ad',
      ' ',
      '\t',
      '@',
      ';=&+$,',
    ]),
    seldom('.example', ['', '.', '.1', '..', '._', '-.-', '.рф', '.example.', ']', '[']),
    seldom('', [':', ':0', ':00', ':80', ':0080', ':000080', ':65535', ':65536', ':x']),
    seldom('/', ['', '?q', '#f', '\\a', '/\ud800', '/"<>`{}|^', '/%', '/%zz', '/a b', '//', '/@']),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  .map((parts) => parts.join(''));

test('every link that we make of a publisher’s address is one that Telegram takes', () => {
  let made = 0;
  const property = fc.property(anyUrl, (url) => {
    const target = linkTarget(url);
    if (target === null) return;
    made += 1;
    expect([target, checkLink(target)]).toEqual([target, { url: expect.any(String) }]);
    expect([target, faultOf(target)]).toEqual([target, '']);
    expect(target.length).toBeLessThanOrEqual(URL_LIMIT);
  });

  fc.assert(property, { numRuns: 5_000 });
  expect(made).toBeGreaterThan(500);
});

test.each([
  ['https:///paper.example/x', 'https://paper.example/x'],
  ['https://paper.example:/x', 'https://paper.example/x'],
  ['https://@paper.example/x', 'https://paper.example/x'],
  ['https://p%61per.example/x', 'https://paper.example/x'],
  ['https://paper.example:0/x', null],
  ['https://pa"per.example/x', null],
  ['https://./', null],
  ['HTTPS://Paper.example:8443?x=%e5', 'HTTPS://Paper.example:8443?x=%e5'],
])('%s leads to %s', (written, target) => {
  expect(linkTarget(written)).toBe(target);
});
