import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashtagsOf } from '../../src/post/hashtags.ts';
import { anySource } from './samples.ts';

test.each([
  [['The Paper'], '#The_Paper'],
  [['The Paper', 'world'], '#The_Paper #world'],
  [['World', 'world'], '#world'],
  [['人民日报 – 国际'], '#人民日报_国际'],
  [['হিন্দী समाचार'], '#হিন্দী_समाचार'],
  [['BBC News: “Live”!'], '#BBC_News_Live'],
  [['snake_case'], '#snake_case'],
  [['under\u0333lined'], '#underlined'],
  [['20', ''], ''],
  [['20 Minuten'], '#20_Minuten'],
  [['#already /stop @someone'], '#already_stop_someone'],
  [[`${'long '.repeat(40)}`], `#${Array(12).fill('long').join('_')}`],
])('%j become %s', (names, tags) => {
  expect(hashtagsOf(names)).toBe(tags);
});

test('whatever a feed is called, its hashtags are letters, digits and underscores', () => {
  const property = fc.property(fc.array(anySource, { maxLength: 2 }), (names) => {
    const tags = hashtagsOf(names);
    expect(tags).toMatch(/^$|^#[\p{L}\p{M}\p{Nd}_]+(?: #[\p{L}\p{M}\p{Nd}_]+)?$/u);
    expect(tags.length).toBeLessThanOrEqual(131);
  });
  fc.assert(property, { numRuns: 300 });
});
