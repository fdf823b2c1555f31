import { type Expression, readExpression } from './expression.ts';
import { folded, type Words } from './folded.ts';

/** What somebody wants of a feed's articles, as they wrote it. */
export type Filter = { terms: Term[] };

/** One rule of a filter. `sign`: it must occur, must not, or is one of several of which any may. */
export type Term = {
  written: string;
  sign: 'must' | 'mustNot' | 'any';
  field: FilterField;
  sought: { kind: 'words'; words: Words } | { kind: 'expression'; expression: Expression };
};

export type FilterField = 'text' | 'title' | 'author' | 'category';

export type FilterFault = {
  fault: 'empty' | 'tooLong' | 'tooMany' | 'tooHeavy' | 'nothing' | 'field' | 'open' | 'expression';
  /** Which character, counted from 1. */
  at: number;
  /** As it was written. */
  what: string;
};

export type FilterRead = { kind: 'filter'; filter: Filter } | ({ kind: 'fault' } & FilterFault);

/** UTF-16 units. */
export const FILTER_LIMIT = 500;
export const MOST_TERMS = 20;
/** Of all expressions of a filter together; each may cost its time at every character of an article. A letter is one. */
const MOST_STEPS = 150;

const FIELDS = new Map<string, FilterField>([
  ...(['title', 'author', 'category', 'text'] as const).map((field) => [field, field] as const),
  ...([
    ...([
      ['标题', 'title'],
      ['標題', 'title'],
      ['作者', 'author'],
    ] as const),
    ...([
      ['分类', 'category'],
      ['分類', 'category'],
    ] as const),
    ['正文', 'text'],
  ] as const),
]);
const SIGNS: Record<string, Term['sign']> = {
  ...{ '+': 'must', '＋': 'must', '-': 'mustNot', '−': 'mustNot' },
  // What phones make of a hyphen.
  ...{ '–': 'mustNot', '—': 'mustNot', '－': 'mustNot' },
};

const HEAD = /([+＋\-−–—－]?)(?:(\p{L}+)[:：])?/uy;
const QUOTES = '"＂“”„«»「」『』';
const PHRASE = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`, 'y');
const EXPRESSION = /\/((?:\\.|[^\\/]|\/(?!\p{L}*(?:\s|$)))*)\/(\p{L}*)(?=\s|$)/suy;
const WORD = /\S*/y;

type Body = Pick<Term, 'sought'> & { end: number };

/**
 * Reads `word +word -word "a phrase" /expression/i title:word`. Words match whole words, with `*` also their beginnings
 * or ends. Without a sign: any one of these must occur; `+`: each must; `-`: none may.
 */
export function parseFilter(written: string): FilterRead {
  const text = written.trimEnd();
  const faulty = (fault: FilterFault['fault'], at: number, what: string): FilterRead => ({
    ...{ kind: 'fault', fault, at: at + 1, what },
  });
  if (text.length > FILTER_LIMIT) return faulty('tooLong', FILTER_LIMIT, '');
  const terms: Term[] = [];
  let steps = 0;
  for (let at = skipBlanks(text, 0); at < text.length; ) {
    const { sign, field, start } = readHead(text, at);
    const end = at + wordAt(text, at).length;
    const asWritten = text.slice(at, end);
    if (field === undefined) return faulty('field', at, asWritten);
    const body = readBody(text, start);
    if (typeof body === 'string') return faulty(body, at, asWritten);
    const term = { written: text.slice(at, body.end), sign, field, sought: body.sought };
    if (terms.push(term) > MOST_TERMS) return faulty('tooMany', at, asWritten);
    steps += body.sought.kind === 'expression' ? body.sought.expression.steps : 0;
    if (steps > MOST_STEPS) return faulty('tooHeavy', at, asWritten);
    at = skipBlanks(text, body.end);
  }
  return terms.length === 0 ? faulty('empty', 0, '') : { kind: 'filter', filter: { terms } };
}

/** Where the term's own text starts; no field where the word before its colon is none. */
function readHead(text: string, at: number) {
  HEAD.lastIndex = at;
  const [head = '', sign = '', name] = HEAD.exec(text) ?? [];
  const field = name === undefined ? 'text' : FIELDS.get(name.toLowerCase());
  return { sign: SIGNS[sign] ?? ('any' as const), field, start: at + head.length };
}

function readBody(text: string, start: number): Body | FilterFault['fault'] {
  const first = text.charAt(start);
  if (first !== '' && QUOTES.includes(first)) return readPhrase(text, start);
  if (first === '/') return readWrittenExpression(text, start);
  const word = wordAt(text, start);
  return wordsBody(word, start + word.length);
}

function readPhrase(text: string, start: number): Body | FilterFault['fault'] {
  PHRASE.lastIndex = start;
  const [whole, phrase = ''] = PHRASE.exec(text) ?? [];
  return whole === undefined ? 'open' : wordsBody(phrase, start + whole.length);
}

function readWrittenExpression(text: string, start: number): Body | FilterFault['fault'] {
  EXPRESSION.lastIndex = start;
  const [whole, source = '', flags = ''] = EXPRESSION.exec(text) ?? [];
  if (whole === undefined) return 'open';
  if (source === '') return 'nothing';
  const expression = readExpression(source.replace(/\\\//g, '/'), flags);
  if (!expression) return 'expression';
  return { sought: { kind: 'expression', expression }, end: start + whole.length };
}

function wordsBody(written: string, end: number): Body | FilterFault['fault'] {
  const words: Words = {
    folded: folded(written),
    begins: written.startsWith('*') ? 'anywhere' : 'word',
    ends: written.endsWith('*') ? 'anywhere' : 'word',
  };
  return words.folded === '' ? 'nothing' : { sought: { kind: 'words', words }, end };
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (next < text.length && text.charAt(next).trim() === '') next += 1;
  return next;
}
