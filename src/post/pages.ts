import type { List, ListItem, Photo, RichBlock, Table } from '../model/rich.ts';
import type { FormattedText } from '../model.ts';
import { plainText } from './blocks.ts';
import { defuseFormatted } from './defuse.ts';
import { cutByEntities, cutByLength, formatted, joinFormatted } from './formatted.ts';
import { MAX_ENTITIES, TEXT_LIMIT } from './limits.ts';
import { linkTarget } from './links.ts';

/** A margin below Telegram's own limit, for what the sender may write under a page. */
const PAGE_LIMIT = TEXT_LIMIT - 96;

const PARAGRAPH_GAP = '\n\n';
const LINE_GAP = '\n';

/** Telegram trims ordinary blanks at the start of a message. */
const INDENT = '\u2003';

/** A text that stays together on a page if it can, and what parts it from the one before. */
type Passage = FormattedText & { gap: string };

/** Blocks as pages of classic text, cut between paragraphs, list entries and table rows where possible. */
export function pagesOf(blocks: RichBlock[]): FormattedText[] {
  const passages = blocks.flatMap((block) => passagesOf(block, '')).flatMap(cutPassage);
  const pages: FormattedText[] = [];
  for (const { gap, ...passage } of passages) {
    const last = pages.at(-1);
    const grown = last && joinFormatted([last, passage], gap);
    if (grown && grown.text.length <= PAGE_LIMIT && grown.entities.length <= MAX_ENTITIES) {
      pages[pages.length - 1] = grown;
    } else {
      pages.push(passage);
    }
  }
  return pages;
}

function cutPassage({ gap, ...whole }: Passage): Passage[] {
  return cutByEntities(whole)
    .map((page) => defuseFormatted(page))
    .flatMap((part) => cutByLength(part, PAGE_LIMIT))
    .map((part) => ({ ...part, gap }));
}

function passagesOf(block: RichBlock, indent: string): Passage[] {
  switch (block.type) {
    case 'heading':
      return paragraph(formatted({ type: 'bold', text: block.text }));
    case 'paragraph':
    case 'footer':
      return paragraph(formatted(block.text));
    case 'pre':
      return paragraph(preformatted(plainText(block.text), block.language));
    case 'divider':
      return paragraph(formatted('———'));
    case 'blockquote':
      return paragraph(quoted(block.blocks.flatMap((inner) => passagesOf(inner, indent))));
    case 'details':
      return [
        ...paragraph(formatted({ type: 'bold', text: block.summary })),
        ...block.blocks.flatMap((inner) => passagesOf(inner, indent)),
      ];
    case 'list':
      return listPassages(block, indent);
    case 'table':
      return tablePassages(block);
    case 'photo':
      return paragraph(pictured(block));
  }
}

function paragraph(text: FormattedText): Passage[] {
  return [{ ...text, gap: PARAGRAPH_GAP }];
}

function preformatted(text: string, language: string | undefined): FormattedText {
  const entity = { type: 'pre' as const, offset: 0, length: text.length };
  return { text, entities: [language === undefined ? entity : { ...entity, language }] };
}

/** One quote, whatever is in it: quotes in quotes have no look of their own in classic text. */
function quoted(passages: Passage[]): FormattedText {
  const { text, entities } = joinFormatted(passages, LINE_GAP);
  const inner = entities.filter(({ type }) => type !== 'blockquote');
  return { text, entities: [{ type: 'blockquote', offset: 0, length: text.length }, ...inner] };
}

function pictured({ photo, caption }: Photo): FormattedText {
  const text = `🖼 ${plainText(caption?.text ?? '')}`.trim();
  const url = linkTarget(photo.media);
  const link = { type: 'text_link' as const, offset: 0, length: text.length };
  return { text, entities: url === null ? [] : [{ ...link, url }] };
}

function listPassages({ items }: List, indent: string): Passage[] {
  const passages = items.flatMap((entry) => {
    const [first, ...rest] = entry.blocks.flatMap((block) => passagesOf(block, indent + INDENT));
    if (first === undefined) return [];
    const marked = joinFormatted([formatted(indent + markOf(entry)), first], ' ');
    return [
      { ...marked, gap: LINE_GAP },
      ...rest.map((passage) => ({ ...passage, gap: LINE_GAP })),
    ];
  });
  return startingParagraph(passages);
}

function markOf({ value, has_checkbox, is_checked }: ListItem): string {
  if (has_checkbox) return is_checked ? '☑' : '☐';
  return value === undefined ? '•' : `${value}.`;
}

function tablePassages({ cells }: Table): Passage[] {
  const rows = cells.map((row) => {
    const texts = row.flatMap(({ text, is_header }) => {
      if (text === undefined) return [];
      return [formatted(is_header ? { type: 'bold', text } : text)];
    });
    return { ...joinFormatted(texts, ' | '), gap: LINE_GAP };
  });
  return startingParagraph(rows);
}

function startingParagraph(passages: Passage[]): Passage[] {
  return passages.map((passage, index) =>
    index === 0 ? { ...passage, gap: PARAGRAPH_GAP } : passage,
  );
}
