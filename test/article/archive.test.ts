import { expect, test } from 'vitest';
import { parseArchivedFile } from '../../src/article/archive.ts';

const FILE = [
  '<!--1700000000000-->',
  '[A \\[bracketed\\] title (really)](https://example.org/a(1))',
  '------',
  '',
  '<p>Body ------ text</p>',
  '',
].join('\n');

test('an archived file gives title, link, publication and body', () => {
  expect(parseArchivedFile(FILE)).toMatchObject({
    id: 'https://example.org/a(1)',
    title: 'A [bracketed] title (really)',
    link: 'https://example.org/a(1)',
    published: 1_700_000_000_000,
    summary: '',
    content: '<p>Body ------ text</p>',
  });
});

test('line ends of Windows and a byte order mark do not matter', () => {
  const entry = parseArchivedFile(`\ufeff${FILE.replaceAll('\n', '\r\n')}`);

  expect(entry?.content).toBe('<p>Body ------ text</p>');
  expect(entry?.title).toBe('A [bracketed] title (really)');
});

test.each([
  ['an empty file', ''],
  ['a page', '<!doctype html><title>x</title>'],
  ['a feed', '<?xml version="1.0"?><rss></rss>'],
  ['no moment', '[t](https://example.org/)\n------\n\n<p>x</p>'],
  ['no link', '<!--1700000000000-->\nTitle\n------\n\n<p>x</p>'],
  ['a link that is no web address', '<!--1-->\n[t](javascript:alert(1))\n------\n\n<p>x</p>'],
  ['no rule', '<!--1700000000000-->\n[t](https://example.org/)\n\n<p>x</p>'],
])('%s is no archived file', (_, text) => {
  expect(parseArchivedFile(text)).toBeNull();
});
