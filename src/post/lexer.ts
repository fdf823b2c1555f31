import { Lexer, type MarkedToken, Tokenizer, type Tokens } from 'marked';
import { cleanText } from './text.ts';

/** Containers and emphasis within each other; a thousand quotes in a quote would exhaust the stack. */
const NESTING_LIMIT = 8;

/** Characters that may be looked through for the end of emphasis; every asterisk looks through its whole paragraph. */
const SEARCH_LIMIT = 2_000_000;

/** Some of marked's rules take time that grows with the square of the text, so it gets no more at once. */
const CHUNK_LENGTH = 64_000;

const NESTING_RULES = ['blockquote', 'list', 'emStrong', 'del', 'link'] as const;

/** Tokens of CommonMark with GFM tables, task lists and strikethrough, in bounded time and depth for any text.
 *  HTML, link definitions and bare URLs stay literal text: an article's Markdown has none that mean anything. */
export function lexMarkdown(markdown: string): MarkedToken[] {
  const text = cleanText(markdown.replaceAll('\t', '    '));
  return chunksOf(text).flatMap(
    (chunk) => new Lexer({ gfm: true, tokenizer: boundedTokenizer() }).lex(chunk) as MarkedToken[],
  );
}

/** Cut between paragraphs if possible: what spans a cut (a long fenced code) becomes two. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let start = 0;
  while (text.length - start > CHUNK_LENGTH) {
    const near = text.slice(start, start + CHUNK_LENGTH);
    const end = ['\n\n', '\n', ' '].map((gap) => near.lastIndexOf(gap)).find((at) => at > 0);
    const cut = end ?? CHUNK_LENGTH - Number(/[\ud800-\udbff]$/.test(near));
    chunks.push(text.slice(start, start + cut));
    start += cut;
  }
  return [...chunks, text.slice(start)];
}

function boundedTokenizer(): Tokenizer {
  const tokenizer = new Tokenizer();
  limitNesting(tokenizer);
  limitSearches(tokenizer);
  tokenizer.html = () => undefined;
  tokenizer.tag = () => undefined;
  tokenizer.def = () => undefined;
  tokenizer.url = () => undefined;
  tokenizer.inlineText = literalText;
  return tokenizer;
}

/** A rule that is refused leaves its signs as literal text. */
function limitNesting(tokenizer: Tokenizer): void {
  let depth = 0;
  for (const name of NESTING_RULES) {
    const rule = tokenizer[name] as (...source: string[]) => undefined;
    tokenizer[name] = (...source: string[]) => {
      if (depth >= NESTING_LIMIT) return undefined;
      depth += 1;
      try {
        return rule.apply(tokenizer, source);
      } finally {
        depth -= 1;
      }
    };
  }
}

function limitSearches(tokenizer: Tokenizer): void {
  let searched = 0;
  for (const name of ['emStrong', 'del'] as const) {
    const rule = tokenizer[name] as (...source: string[]) => undefined;
    tokenizer[name] = (...source: string[]) => {
      searched += source[0]?.length ?? 0;
      return searched > SEARCH_LIMIT ? undefined : rule.apply(tokenizer, source);
    };
  }
}

/** Text up to the next sign with a meaning; marked's own rule tries an e-mail address at every character.
 *  Two blanks at the end of a line are such a sign. */
function literalText(source: string): Tokens.Text {
  const run = /^(?:`+|[\s\S])[^\\<![`*_~\n]*/.exec(source)?.[0] ?? source;
  let end = run.length;
  if (source[end] === '\n') while (run[end - 1] === ' ') end -= 1;
  const text = run.length - end >= 2 && end > 0 ? run.slice(0, end) : run;
  return { type: 'text', raw: text, text, escaped: false };
}
