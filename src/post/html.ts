import { Parser } from 'marked';
import { lexMarkdown } from './lexer.ts';

/** Markdown as HTML, for what reads HTML alone: an archived article on its way back. HTML in it is literal text. */
export function htmlOf(markdown: string): string {
  return new Parser({ gfm: true }).parse(lexMarkdown(markdown));
}
