import type { ListItem, RichBlock, RichText, TableCell } from '../model/rich.ts';
import type { FormattedText, TextEntity } from '../model.ts';
import { plainText } from './blocks.ts';
import { fits, MAX_COLUMNS, MAX_DEPTH, MAX_ENTITIES, RICH_BUDGET, sizeOf } from './limits.ts';
import { linkTarget } from './links.ts';
import { cleanText, isVisible } from './text.ts';

/** What is wrong with a text for Telegram, in words for developers; empty when it will be taken as it is. */
export function checkText({ text, entities }: FormattedText, limit: number): string[] {
  const faults = [
    text.length > limit && `${text.length} of ${limit} characters`,
    !isVisible(text) && 'nothing to see',
    cleanText(text) !== text && 'characters that Telegram removes',
    entities.length > MAX_ENTITIES && `${entities.length} entities`,
    linksOverlap(entities) && 'links overlap',
  ];
  return [...faults.filter((fault) => fault !== false), ...entities.flatMap(faultsIn(text))];
}

/** What is wrong with the blocks of one rich message; empty when Telegram will take them. */
export function checkBlocks(blocks: RichBlock[]): string[] {
  const size = sizeOf(blocks);
  const depth = Math.max(0, ...blocks.map(depthOfBlock));
  const faults = [
    blocks.length === 0 && 'no blocks',
    !fits(size, RICH_BUDGET) && `too large: ${JSON.stringify(size)}`,
    depth > MAX_DEPTH && `${depth} levels`,
  ];
  return [...faults.filter((fault) => fault !== false), ...blocks.flatMap(faultsOfBlock)];
}

function faultsIn(text: string): (entity: TextEntity) => string[] {
  const splitsCharacter = (at: number) =>
    /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return (entity) => {
    const end = entity.offset + entity.length;
    const isInside = entity.offset >= 0 && entity.length > 0 && end <= text.length;
    const faults = [
      !isInside && 'outside the text',
      (splitsCharacter(entity.offset) || splitsCharacter(end)) && 'inside a character',
      entity.type === 'text_link' &&
        linkTarget(entity.url) !== entity.url &&
        `links to ${entity.url}`,
    ];
    return faults.filter((fault) => fault !== false).map((fault) => `${entity.type}: ${fault}`);
  };
}

function linksOverlap(entities: TextEntity[]): boolean {
  const links = entities
    .filter(({ type }) => type === 'text_link')
    .toSorted((a, b) => a.offset - b.offset);
  return links.some((link, index) => {
    const next = links[index + 1];
    return next !== undefined && next.offset < link.offset + link.length;
  });
}

function depthOfBlock(block: RichBlock): number {
  switch (block.type) {
    case 'divider':
      return 1;
    case 'photo':
      return 1 + depthOfText(block.caption?.text ?? '');
    case 'blockquote':
      return 1 + Math.max(0, ...block.blocks.map(depthOfBlock));
    case 'details':
      return 1 + Math.max(depthOfText(block.summary), ...block.blocks.map(depthOfBlock));
    case 'list':
      return 2 + Math.max(0, ...block.items.flatMap((entry) => entry.blocks.map(depthOfBlock)));
    case 'table':
      return 3 + Math.max(0, ...block.cells.flat().map((cell) => depthOfText(cell.text ?? '')));
    default:
      return 1 + depthOfText(block.text);
  }
}

function depthOfText(text: RichText): number {
  if (typeof text === 'string') return 0;
  return Array.isArray(text) ? Math.max(0, ...text.map(depthOfText)) : 1 + depthOfText(text.text);
}

function faultsOfBlock(block: RichBlock): string[] {
  switch (block.type) {
    case 'divider':
      return [];
    case 'photo':
      return [
        ...(linkTarget(block.photo.media) === null ? [`photo from ${block.photo.media}`] : []),
        ...(block.caption === undefined ? [] : faultsOfText(block.caption.text)),
      ];
    case 'blockquote':
      return block.blocks.length === 0 ? ['empty quote'] : block.blocks.flatMap(faultsOfBlock);
    case 'details':
      return [
        ...faultsOfText(block.summary),
        ...(block.blocks.length === 0 ? ['empty details'] : block.blocks.flatMap(faultsOfBlock)),
      ];
    case 'list':
      return faultsOfList(block.items);
    case 'table':
      return faultsOfTable(block.cells);
    default:
      return faultsOfText(block.text);
  }
}

function faultsOfList(entries: ListItem[]): string[] {
  const numbered = entries.filter((entry) => entry.type !== undefined).length;
  return [
    ...(entries.length === 0 ? ['empty list'] : []),
    ...(numbered > 0 && numbered < entries.length ? ['list partly numbered'] : []),
    ...entries.flatMap(({ blocks }) =>
      blocks.length === 0 ? ['empty list entry'] : blocks.flatMap(faultsOfBlock),
    ),
  ];
}

function faultsOfTable(rows: TableCell[][]): string[] {
  return [
    ...(rows.length === 0 ? ['empty table'] : []),
    ...(rows.some((row) => row.length === 0) ? ['empty row'] : []),
    ...(rows.some((row) => row.length > MAX_COLUMNS) ? ['too many columns'] : []),
    ...rows.flat().flatMap((cell) => (cell.text === undefined ? [] : faultsOfText(cell.text))),
  ];
}

function faultsOfText(text: RichText): string[] {
  const plain = plainText(text);
  return [
    ...(isVisible(plain) ? [] : ['empty text']),
    ...(cleanText(plain) === plain ? [] : ['characters that Telegram removes']),
    ...faultyLinksIn(text),
  ];
}

function faultyLinksIn(text: RichText): string[] {
  if (typeof text === 'string') return [];
  if (Array.isArray(text)) return text.flatMap(faultyLinksIn);
  const isFaulty = text.type === 'url' && linkTarget(text.url) !== text.url;
  return [...(isFaulty ? [`link to ${text.url}`] : []), ...faultyLinksIn(text.text)];
}
