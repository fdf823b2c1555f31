import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/feed/decode.ts';

const CORPUS = fileURLToPath(new URL('../../../shared/corpora/charsets/', import.meta.url));
type Case = { file: string; contentType: string; expected: string; skipDecl?: boolean };

const bytes = (...values: number[]) => Uint8Array.from(values);

test.each([
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'text/xml; charset=latin1', 'é'],
  ['UTF-16 big-endian with a mark', bytes(0xfe, 0xff, 0x20, 0xac), null, '€'],
  ['UTF-16 little-endian without a mark', bytes(0x3c, 0, 0xac, 0x20), null, '<€'],
  ['UTF-32 little-endian with a mark', bytes(0xff, 0xfe, 0, 0, 0xac, 0x20, 0, 0), null, '€'],
  ['UTF-32 beyond Unicode', bytes(0, 0, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff), null, '\ufffd'],
  ['UTF-8 that the server calls latin1', Buffer.from('né'), 'text/xml; charset=latin1', 'né'],
  ['windows-1252 that the server calls latin1', bytes(0x92), 'x; charset=ISO-8859-1', '’'],
  [
    'a Japanese letter in ISO-2022-JP',
    Buffer.from('\x1b$B$"\x1b(B'),
    'x; charset=iso-2022-jp',
    'あ',
  ],
  ['a label nobody knows', Buffer.from('plain'), 'text/xml; charset=klingon', 'plain'],
  ['nothing at all', bytes(), null, ''],
])('%s', (_, input, contentType, text) => {
  expect(decodeText(input, contentType)).toBe(text);
});

test('a page names its encoding in a meta element', () => {
  const page = Buffer.from(
    '<html><meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2',
    'latin1',
  );

  expect(decodeText(page, 'text/html')).toContain('Привет');
});

test('UTF-8 with one broken byte stays UTF-8', () => {
  const broken = Buffer.concat([Buffer.from('déjà vu, à côté, été '), bytes(0xff)]);

  expect(decodeText(broken, 'text/xml; charset=utf-8')).toBe('déjà vu, à côté, été \ufffd');
});

test.skipIf(!existsSync(CORPUS))('every case of the charsets corpus reads as it should', () => {
  const cases: Case[] = JSON.parse(readFileSync(`${CORPUS}manifest.json`, 'utf8'));
  const plain = (text: string) => text.replace(/^\ufeff/, '').replace(/^<\?xml[^>]*\?>\s*/, '');

  const wrong = cases.filter(({ file, contentType, expected, skipDecl }) => {
    const text = decodeText(readFileSync(CORPUS + file), contentType);
    const wanted = readFileSync(CORPUS + expected, 'utf8');
    return skipDecl ? plain(text) !== plain(wanted) : text !== wanted;
  });

  expect(wrong.map(({ file }) => file)).toEqual([]);
  expect(cases.length).toBeGreaterThan(50);
});
