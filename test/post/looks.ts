import fc from 'fast-check';
import type { PostStyle, SummaryLength } from '../../src/model.ts';
import { FIELDS, TEMPLATE_LIMIT } from '../../src/post/template.ts';
import type { PostView } from '../../src/post/words.ts';
import { anySource } from './samples.ts';

export const STYLES: PostStyle[] = ['picture', 'text', 'link', 'rich', 'album'];
export const SUMMARIES: SummaryLength[] = ['short', 'normal', 'long'];

/** Our own buttons, as large as they may be. */
export const BUTTONS: PostView['buttons'] = {
  read: { text: 'Read', data: `r:${'x'.repeat(62)}` },
  open: 'Open',
  whole: 'The whole article',
};

const field = fc.constantFrom(...FIELDS);
const filters = fc.array(
  fc.constantFrom('bold', 'italic', 'link', 'plain', 'upper', 'lower', 'cut:1', 'cut:300'),
  { maxLength: 3 },
);
const named = fc.tuple(field, filters).map((parts) => `{${parts.flat().join('|')}}`);
const literal = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(/[{}]/g, '$&$&')),
  fc.constantFrom('\n', '\n\n\n', ' · ', '@', '/', 'tg://', '{{', '\u200b', '\u200f\u200f', '🗞'),
  fc.constant('x'.repeat(900)),
);
const condition = fc
  .tuple(field, named, literal)
  .map(([asked, said, silent]) => `{if ${asked}}${said}{else}${silent}{end}`);

/** What a subscription's template could be; some are none and count as if they were not there. */
const anyTemplate = fc
  .array(fc.oneof(named, named, literal, condition), { maxLength: 12 })
  .map((parts) => parts.join('').slice(0, TEMPLATE_LIMIT));

/** However a chat wants its posts. */
export const anyView: fc.Arbitrary<PostView> = fc.record({
  style: fc.constantFrom(...STYLES),
  summary: fc.constantFrom(...SUMMARIES),
  hashtags: fc.constantFrom('on', 'off'),
  template: fc.option(anyTemplate),
  source: anySource,
  category: fc.option(anySource),
  also: anySource,
  timeZone: fc.constantFrom('UTC', 'Europe/Paris', 'Asia/Kathmandu', 'nowhere'),
  locale: fc.constantFrom('en-GB', 'ar-u-nu-latn', 'zh'),
  buttons: fc.constantFrom(BUTTONS, { ...BUTTONS, read: null }),
});
