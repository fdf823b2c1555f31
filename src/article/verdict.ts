import type { Article } from '../model.ts';
import type { Filter, FilterField, Term } from './filter.ts';
import { folded, wordsOccur } from './folded.ts';

/** UTF-16 units of an article that words, and expressions, are looked for in: the heaviest filter
 *  we found takes 0.15 s. */
const READ_CHARS = 30_000;
const EXPRESSION_CHARS = 8_000;
const CATEGORIES_READ = 100;
const CATEGORY_CHARS = 200;

/** Marks of Markdown, but for what they escape; targets of links and pictures are no words of an article. */
const MARKS = /\\([\p{P}\p{S}])|\]\((?:\\.|[^()\\]){0,4000}\)|!?\[|\]|[*`]|~~|^(?:#{1,6}|>) /gmsu;

/** The rule that leaves an article out, as it was written; null when the filter lets it pass. */
export function rejectingRule({ terms }: Filter, article: Article): string | null {
  const occurs = finder(article);
  const broken = terms.find(
    (term) => term.sign !== 'any' && occurs(term) === (term.sign === 'mustNot'),
  );
  if (broken) return broken.written;
  const any = terms.filter(({ sign }) => sign === 'any');
  if (any.length === 0 || any.some(occurs)) return null;
  return any.map(({ written }) => written).join(' ');
}

/** Reads and folds of the article only what some term asks for. */
function finder(article: Article): (term: Term) => boolean {
  const textsOf = remembering((field: FilterField) => fieldTexts(article, field));
  const foldedOf = remembering((field: FilterField) => textsOf(field).map(folded));
  return ({ field, sought }) =>
    sought.kind === 'words'
      ? foldedOf(field).some((text) => wordsOccur(sought.words, text))
      : textsOf(field).some((text) => sought.expression.occursIn(text.slice(0, EXPRESSION_CHARS)));
}

function fieldTexts(article: Article, field: FilterField): string[] {
  switch (field) {
    case 'title':
      return [article.title.slice(0, READ_CHARS)];
    case 'author':
      return [(article.author ?? '').slice(0, READ_CHARS)];
    case 'category':
      return article.categories.slice(0, CATEGORIES_READ).map((it) => it.slice(0, CATEGORY_CHARS));
    case 'text': {
      const body = article.markdown.slice(0, READ_CHARS);
      const plain = body.replace(MARKS, (_, escaped?: string) => escaped ?? '');
      return [article.title, article.leads.long, plain].map((it) => it.slice(0, READ_CHARS));
    }
  }
}

function remembering<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}
