import { Parser } from 'htmlparser2';
import { closeTag, createBuilder, isFull, openTag, writeText } from './builder.ts';
import type { TreeNode } from './tree.ts';

/** More than any article; of more HTML, the start is read. */
const MAX_CHARS = 1_000_000;
/** Between two chunks we look whether the tree is full. */
const CHUNK_CHARS = 8_192;
const EMBEDDED_DATA = /data:[\w/+.;=-]{0,100}base64,[\w+/=%\s-]*/g;

/** HTML that is safe to parse: without embedded files, and at most `maxChars` long. */
export function boundedHtml(html: string, maxChars = MAX_CHARS): string {
  const bare = html.includes('base64,') ? html.replace(EMBEDDED_DATA, 'data:,') : html;
  return bare.slice(0, maxChars).toWellFormed();
}

/** The tree of bounded HTML; scripts, controls and hidden things stay out, wrappers without meaning vanish.
 *  Outside of PRE, blanks are collapsed. */
export function parseTree(html: string): TreeNode {
  const builder = createBuilder();
  const parser = new Parser({
    onopentag: (tag, attributes) => openTag(builder, tag, attributes, parser.startIndex),
    ontext: (text) => writeText(builder, text),
    onclosetag: (tag) => closeTag(builder, tag, parser.endIndex + 1),
  });
  for (let at = 0; at < html.length && !isFull(builder); at += CHUNK_CHARS) {
    parser.write(html.slice(at, at + CHUNK_CHARS));
  }
  parser.end();
  return builder.root;
}
