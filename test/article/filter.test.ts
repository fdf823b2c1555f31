import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILTER_LIMIT, parseFilter } from '../../src/article/filter.ts';
import { rejectingRule } from '../../src/article/verdict.ts';
import type { Article } from '../../src/model.ts';
import { spentMs } from '../cpu.ts';

const HARBOUR: Article = {
  title: 'Hafen öffnet für Straßburgs Schiffe',
  link: 'https://paper.example/sport/harbour',
  author: 'Zoë Müller',
  published: null,
  leads: { short: 'Kurz.', normal: 'Kurz.', long: 'Nur die lange Fassung nennt Bürgermeister.' },
  picture: null,
  pictures: [],
  media: null,
  categories: ['Sport & Freizeit', 'Regionales'],
  markdown:
    'Die **U-Bahn** fährt C++ und 5\\*3, [mehr dazu](https://paper.example/secret/path "hidden") 50% #wahl 🔥.\n\n![ein Bild](https://paper.example/jpeg.jpg)',
};

const about = (title: string): Article => ({
  ...HARBOUR,
  ...{ title, markdown: '', categories: [], author: null },
  leads: { short: '', normal: '', long: '' },
});

function ruleAgainst(written: string, article = HARBOUR): string | null {
  const read = parseFilter(written);
  if (read.kind === 'fault') throw new Error(`${read.fault} at ${read.at}: ${read.what}`);
  return rejectingRule(read.filter, article);
}

test.each([
  ['bare words are alternatives', 'berlin hafen', null],
  ['none of the alternatives occurs', 'berlin "bad kissingen"', 'berlin "bad kissingen"'],
  ['each word with a plus must occur', '+hafen +berlin', '+berlin'],
  ['a word with a minus must not occur', 'hafen -schiffe', '-schiffe'],
  ['exclusions alone let all else pass', '-berlin', null],
  ['alternatives and exclusions together', 'hafen berlin -"große schiffe"', null],
  ['a word is a whole word', 'haf', 'haf'],
  ['the beginning of a word', 'haf*', null],
  ['the end of a word', '*meister', null],
  ['the inside of a word', '*german*', '*german*'],
  ['accents and case make no difference', '+OFFNET +strassburgs', null],
  ['a phrase is found over punctuation', '"u bahn fährt"', null],
  ['a word of two parts is a phrase', '+u-bahn', null],
  ['signs that make another word stay', '+c++ +50% +#wahl +🔥', null],
  ['a hashtag is found by its word', '+wahl', null],
  ['the longest lead is read too', '+bürgermeister', null],
  [
    'targets of links and pictures are not read',
    'secret jpeg hidden sport',
    'secret jpeg hidden sport',
  ],
  ['words of links and pictures are', '+mehr +bild', null],
  ['only the title', 'title:bahn', 'title:bahn'],
  ['the title', '+Title:hafen', null],
  ['the author', '-author:"zoe muller"', '-author:"zoe muller"'],
  ['a category', '-category:sport', '-category:sport'],
  ['a field in Chinese, with a wide colon', '+标题：hafen', null],
  ['quotes and dashes of phones', '–“mehr dazu”', '–“mehr dazu”'],
  ['quotes of other languages', '-„mehr dazu“', '-„mehr dazu“'],
  ['an expression minds the case', '-/HAFEN/', null],
  ['unless it says so', '-/HAFEN/i', '-/HAFEN/i'],
  ['an expression sees the text as it is read', '+/5\\*3, mehr/', null],
  ['an expression with blanks and slashes', '/x y/z/ /a\\/b/', '/x y/z/ /a\\/b/'],
  ['an expression for the title alone', '+title:/^Hafen.*Schiffe$/', null],
  ['an expression for each category', '+category:/^Reg.*es$/', null],
  ['classes of letters', '+/\\p{Lu}-\\p{L}+n/', null],
])('%s: %s', (_, written, rule) => {
  expect(ruleAgainst(written)).toBe(rule);
});

test.each([
  ['Election: Écoles fermées', '+ecoles', '+école'],
  ['Wahl in Österreich', '+osterreich', '+reich'],
  ['¡Mañana habrá fútbol!', '+manana +futbol', '+fut'],
  ['Всё о футболе: ещё один матч', '+все +еще', '+футбол'],
  ['Η Ελλάδα και ο Οδυσσεύς', '+ελλαδα +ΟΔΥΣΣΕΥΣ', '+ελλα'],
  ['الرِّياضة في القاهرة', '+الرياضة', '+رياضة'],
  ['今日人工智能芯片发布', '+人工智能 +"芯片"', '+足球'],
  ['サッカー日本代表が勝利', '+サッカー +日本', '+野球'],
  ['서울에서 축구 경기', '+서울 +축구', '+야구'],
  ['ฟุตบอลไทยชนะ', '+ไทย', '+จีน'],
  ['हिंदी में समाचार', '+हिंदी', '+हिंद'],
  ['İstanbul’da ışık', '+istanbul +isik', '+ist'],
  ['AI芯片股大涨', '+ai +芯片', '+a'],
  ['Æsir på Færøyene, Łódź', '+lodz +faeroyene', '+faer'],
])('%s', (title, passes, fails) => {
  expect(ruleAgainst(passes, about(title))).toBeNull();
  expect(ruleAgainst(fails, about(title))).toBe(fails);
});

describe('a fault is told with its place', () => {
  test.each([
    ['', 'empty', 1, ''],
    ['  ', 'empty', 1, ''],
    [`${'word '.repeat(20)}more`, 'tooMany', 101, 'more'],
    ['x'.repeat(FILTER_LIMIT + 1), 'tooLong', 501, ''],
    ['sport - ball', 'nothing', 7, '-'],
    ['sport -!!!', 'nothing', 7, '-!!!'],
    ['sport ""', 'nothing', 7, '""'],
    ['//', 'nothing', 1, '//'],
    ['sport -titel:ball', 'field', 7, '-titel:ball'],
    ['constructor:ball', 'field', 1, 'constructor:ball'],
    ['sport "a phrase', 'open', 7, '"a'],
    ['sport /a b', 'open', 7, '/a'],
    ['sport /(/', 'expression', 7, '/(/'],
    ['/a(?=b)/', 'expression', 1, '/a(?=b)/'],
    ['/(a)\\1/', 'expression', 1, '/(a)\\1/'],
    ['/a/g', 'expression', 1, '/a/g'],
    ['/a{100}/ /b{100}/', 'tooHeavy', 10, '/b{100}/'],
  ])('%j', (written, fault, at, what) => {
    expect(parseFilter(written)).toEqual({ kind: 'fault', fault, at, what });
  });
});

/** Each takes a backtracking engine ages. */
const EVIL = [
  ...['(a+)+$', '(a|aa)+c', '(a*)*[cd]', '(x+x+)+y', '(.*)(.*)(.*)(.*)[#$]', '([a-z]+)*[0-9]'],
  ...['[ab ]*a[ab ]{130}[^ab ]', '\\b(?:.?){70}\\B[#$]', '(?:a?){40}a{40}', '^(([a-z])+.)+[A-Z]'],
  '(?:(?:\\pL?){9}\\b?){6}[#$]',
  '\\B.*[ab].{120}[#$]\\B',
];

test.each(EVIL)('the expression %s is done with a long article at once', (source) => {
  const filter = `-/${source}/`;
  // By turns without a pattern: the most states that an automaton can meet.
  const mixed = Array.from(
    { length: 100_000 },
    (_, at) => 'ab '[(Math.imul(at + 1, 0x9e3779b1) >>> 13) % 3],
  );
  const articles = ['ab'.repeat(50_000), 'a'.repeat(100_000), mixed.join('')];

  const before = spentMs();
  for (const markdown of articles) {
    const verdict = ruleAgainst(filter, { ...HARBOUR, markdown });
    expect([null, filter]).toContain(verdict);
  }
  expect((spentMs() - before) / articles.length).toBeLessThan(500);
});

test.each([
  ['](', '+x'],
  ['![', '+x'],
  ['\\', '+x'],
  ['](\\', '+x'],
  ['\ufdfa', '+x'],
  ['e\u0301', '+e'],
  ['a', 'aaaaaaaaaaaaaaaa'],
])('an article of nothing but %j is judged at once', (piece, written) => {
  const before = spentMs();
  ruleAgainst(written, { ...HARBOUR, markdown: piece.repeat(100_000) });

  expect(spentMs() - before).toBeLessThan(500);
});

test('whatever is written is a filter or a fault, and judges any article', () => {
  const piece = fc.oneof(
    fc.constantFrom('+', '-', '"', '“', '/', '\\', ' ', ':', 'title:', '*', '(', '[', '{9}', '#'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const written = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(written, fc.string({ unit: 'binary' }), (typed, markdown) => {
      const read = parseFilter(typed);
      if (read.kind === 'fault') {
        expect(read.at).toBeGreaterThan(0);
        return;
      }
      const rule = rejectingRule(read.filter, { ...HARBOUR, title: markdown, markdown });
      expect(rule === null || rule.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a word that stands alone in an article is found there', () => {
  const word = fc.stringMatching(/^\p{L}{1,12}$/u);
  fc.assert(
    fc.property(word, fc.constantFrom('. ', '\n', ', '), (found, mark) => {
      fc.pre(parseFilter(`"${found}"`).kind === 'filter');
      expect(ruleAgainst(`+"${found}"`, about(`one${mark}${found}${mark}two`))).toBeNull();
    }),
  );
});
