import fc from 'fast-check';
import type { Article, Picture } from '../../src/model.ts';

/** 2023-06-27 13:45:02 UTC. */
export const PUBLISHED = 1_687_873_502_000;

/** `lead`: in every length. */
export function articleOf({
  lead = 'Ships may enter again. The storm is over.',
  ...fields
}: Partial<Article> & { lead?: string } = {}): Article {
  return {
    title: 'Harbour reopens',
    link: 'https://paper.example/harbour',
    author: null,
    published: PUBLISHED,
    leads: leadsOf(lead),
    picture: { url: 'https://paper.example/harbour.jpg', alt: '', width: null, height: null },
    pictures: [],
    media: null,
    categories: [],
    markdown: 'Ships may enter again.',
    ...fields,
  };
}

/** Fragments that have broken renderers: signs, scripts, joiners, things Telegram drops, halves of characters. */
const fragments = fc.constantFrom(
  '/start',
  '@durov',
  'tg://resolve?domain=x',
  '#tag',
  'https://a.example.com/=/start',
  'a@b.co',
  '\u202e',
  '\u2028',
  '\u0000',
  '\t',
  '\r\n',
  '\ud83d',
  '\ude00',
  '\u0333',
  'a\u030a',
  'e\u0301\u0301',
  '👨‍👩‍👧‍👦',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'العربية',
  'עברית',
  '中文。',
  'ภาษาไทย',
  '<b>',
  '&amp;',
  '&#x202e;',
  '`',
  '``',
  '*',
  '**',
  '_',
  '~~',
  '[',
  '](',
  ')',
  '![',
  '|',
  '> ',
  '- ',
  '1. ',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '# ',
  '```\n',
  '---\n',
  '- [x] ',
  '|a|b|\n|-|-|\n|c|d|\n',
  '\\',
  '\u200b',
  '\u2060',
  'word',
  'Sentence. ',
  '[a](https://a.example/b)',
  '[a](javascript:x)',
  '![alt](https://a.example/p.png)',
);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.tuple(fragments, fc.integer({ min: 1, max: 3000 })).map(([part, times]) => part.repeat(times)),
);

const url = fc.oneof(
  fc.constantFrom(
    'https://a.example/b',
    'https://a.example/я ?x=<y>',
    'https://u:p@a.example/',
    'http://localhost/x',
    'javascript:alert(1)',
    'tg://user?id=1',
    'not a url',
    `https://a.example/${'x'.repeat(2000)}`,
    `https://a.example/${'x'.repeat(2100)}`,
    'https:\\\\a.example',
    'https:///a.example/x',
    'https://a.example:/x',
    'http://a.example:0/x',
    'http://a"{b.example/',
    'http://./',
    'https://münchen.example/ü',
    'http://a.example/)/a',
    'http://a.b/=/a',
    `https://a.example/${'(/a'.repeat(600)}`,
    'https://a.example/@durov/(x)',
  ),
  fc.webUrl(),
);

const picture: fc.Arbitrary<Picture> = fc.record({
  url,
  alt: text,
  width: fc.constant(null),
  height: fc.constant(null),
});

function leadsOf(lead: string): Article['leads'] {
  return { short: lead, normal: lead, long: lead };
}

/** Any article a feed could make, however hostile. */
export const anyArticle: fc.Arbitrary<Article> = fc.record({
  title: text,
  link: fc.option(url),
  author: fc.option(text),
  published: fc.option(fc.oneof(fc.integer(), fc.double())),
  leads: text.map(leadsOf),
  picture: fc.option(picture),
  pictures: fc.array(picture, { maxLength: 12 }),
  media: fc.option(
    fc.record({
      kind: fc.constantFrom('audio', 'video', 'animation'),
      url,
      title: text,
      performer: text,
      durationSeconds: fc.option(fc.double()),
      sizeBytes: fc.option(fc.double()),
    }),
  ),
  categories: fc.array(text, { maxLength: 5 }),
  markdown: text,
});

export const anySource = text;
