import { cleanText } from './text.ts';

/** What a template can name. */
export const FIELDS = [
  'title',
  'lead',
  'source',
  'author',
  'date',
  'category',
  'tags',
  'host',
  'also',
] as const;
export type Field = (typeof FIELDS)[number];

/** How a field is written: `plain` takes back what the title is by itself, bold and linked. */
export type Filter =
  | { kind: 'bold' | 'italic' | 'link' | 'plain' | 'upper' | 'lower' }
  | { kind: 'cut'; length: number }
  | { kind: 'format'; pattern: string };

export type Part =
  | { kind: 'literal'; text: string }
  | { kind: 'field'; field: Field; filters: Filter[] }
  | { kind: 'if'; field: Field; whenSaid: Part[]; whenSilent: Part[] };

export type TemplateFault = {
  fault:
    | 'tooLong'
    | 'tooMany'
    | 'tooDeep'
    | 'brace'
    | 'field'
    | 'filter'
    | 'condition'
    | 'stray'
    | 'open'
    | 'empty';
  /** Which character, counted from 1. */
  at: number;
  /** As it was written. */
  what: string;
};

export type TemplateRead =
  | { kind: 'template'; parts: Part[] }
  | ({ kind: 'fault' } & TemplateFault);

export const TEMPLATE_LIMIT = 1_000;
/** A field has up to three entities, and Telegram reads a hundred. */
const MOST_FIELDS = 30;
const DEEPEST = 5;
const LONGEST_PATTERN = 40;

/** Doubled braces, a tag, text, or a brace that belongs to nothing. No alternative reads past the next brace. */
const TOKEN = /\{\{|\}\}|\{[^{}]*\}|[^{}]+|[{}]/g;

type Conditional = Extract<Part, { kind: 'if' }>;
/** Where parts go while the text is read: the innermost open condition comes last. */
type Open = { at: number; what: string; condition: Conditional | null; into: Part[] };
type Token = { text: string; at: number };
type Complaint = TemplateFault['fault'] | null;

/**
 * Reads `{title}`, `{lead|cut:120}`, `{if author}by {author}{else}…{end}`; `{{` and `}}` are braces, all else is
 * literal. In one pass; nothing of an article is ever read by this, so no article can contain a template.
 */
export function parseTemplate(written: string): TemplateRead {
  const text = cleanText(written).trim();
  const faulty = (fault: TemplateFault['fault'], at: number, what: string): TemplateRead => ({
    ...{ kind: 'fault', fault, at: at + 1, what },
  });
  if (text.length > TEMPLATE_LIMIT) return faulty('tooLong', TEMPLATE_LIMIT, '');
  const whole: Open = { at: 0, what: '', condition: null, into: [] };
  const open = [whole];
  let fields = 0;
  for (const match of text.matchAll(TOKEN)) {
    const token = { text: match[0], at: match.index };
    const complaint = take(token, open);
    if (complaint) return faulty(complaint, token.at, token.text);
    fields += Number(/^\{[^{]/.test(token.text));
    if (fields > MOST_FIELDS) return faulty('tooMany', token.at, token.text);
  }
  const unclosed = open.at(-1);
  if (unclosed && unclosed !== whole) return faulty('open', unclosed.at, unclosed.what);
  if (whole.into.length === 0) return faulty('empty', 0, '');
  return { kind: 'template', parts: whole.into };
}

/** Puts one token where it belongs; answers what is wrong with it. */
function take(token: Token, open: Open[]): Complaint {
  const into: Part[] = open.at(-1)?.into ?? [];
  const tag = /^\{([^{}]*)\}$/.exec(token.text)?.[1];
  if (tag === undefined) {
    if (token.text === '{' || token.text === '}') return 'brace';
    const text = token.text.replace(/^([{}])\1$/, '$1');
    into.push({ kind: 'literal', text });
    return null;
  }
  const [, name, rest = ''] = /^\s*(if|else|end)\b(.*)$/s.exec(tag) ?? [];
  switch (name) {
    case 'if':
      return begin(rest, token, open);
    case 'else':
      return turn(rest, open);
    case 'end':
      return end(rest, open);
    default:
      return takeField(tag, into);
  }
}

function begin(rest: string, { text, at }: Token, open: Open[]): Complaint {
  const field = fieldNamed(rest);
  if (!field) return 'condition';
  if (open.length > DEEPEST) return 'tooDeep';
  const condition: Conditional = { kind: 'if', field, whenSaid: [], whenSilent: [] };
  open.at(-1)?.into.push(condition);
  open.push({ at, what: text, condition, into: condition.whenSaid });
  return null;
}

function turn(rest: string, open: Open[]): Complaint {
  const inner = open.at(-1);
  if (!inner?.condition || inner.into !== inner.condition.whenSaid || rest.trim() !== '')
    return 'stray';
  inner.into = inner.condition.whenSilent;
  return null;
}

function end(rest: string, open: Open[]): Complaint {
  if (!open.at(-1)?.condition || rest.trim() !== '') return 'stray';
  open.pop();
  return null;
}

function takeField(tag: string, into: Part[]): Complaint {
  const [name = '', ...written] = tag.split('|');
  const field = fieldNamed(name);
  if (!field) return 'field';
  const filters = written.map((filter) => filterOf(filter, field));
  if (!filters.every((filter) => filter !== null)) return 'filter';
  into.push({ kind: 'field', field, filters });
  return null;
}

function fieldNamed(name: string): Field | undefined {
  return FIELDS.find((field) => field === name.trim());
}

function filterOf(written: string, field: Field): Filter | null {
  const [, kind, argument] = /^\s*(\w+)(?::(.*))?$/s.exec(written) ?? [];
  switch (kind) {
    case 'bold':
    case 'italic':
    case 'link':
    case 'plain':
    case 'upper':
    case 'lower':
      return argument === undefined ? { kind } : null;
    case 'cut': {
      const length = /^\s*[1-9]\d{0,3}\s*$/.test(argument ?? '') ? Number(argument) : 0;
      return length > 0 ? { kind, length } : null;
    }
    case 'format': {
      const pattern = (argument ?? '').trim();
      const isUsable = field === 'date' && pattern !== '' && pattern.length <= LONGEST_PATTERN;
      return isUsable ? { kind, pattern } : null;
    }
    default:
      return null;
  }
}
