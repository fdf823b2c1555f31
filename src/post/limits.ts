import type { RichBlock, RichText } from '../model/rich.ts';
import { plainText } from './blocks.ts';

/** Characters under a photo (core.telegram.org/bots/api#sendphoto). We count UTF-16 units, never fewer than characters. */
export const CAPTION_LIMIT = 1024;

/** Characters of one message (core.telegram.org/bots/api#sendmessage), counted likewise. */
export const TEXT_LIMIT = 4096;

/** Telegram ignores entities after the hundredth; a margin for those it detects itself. */
export const MAX_ENTITIES = 90;

export const BUTTON_DATA_BYTES = 64;

/** What one rich message holds: in characters, media and blocks (list items and table rows count as blocks). */
export type Size = { characters: number; media: number; blocks: number };

/** Telegram's own limits are 32,768, 50 and 500, but clients fold longer messages and lose media beyond the twentieth. */
export const RICH_BUDGET: Size = { characters: 7500, media: 20, blocks: 450 };

/** Levels of blocks and formatting together; Telegram's limit is 16. */
export const MAX_DEPTH = 8;

/** Telegram's own limit. */
export const MAX_COLUMNS = 20;

export function sizeOf(blocks: RichBlock[]): Size {
  return blocks.map(sizeOfBlock).reduce(addSizes, { characters: 0, media: 0, blocks: 0 });
}

export function addSizes(a: Size, b: Size): Size {
  return {
    characters: a.characters + b.characters,
    media: a.media + b.media,
    blocks: a.blocks + b.blocks,
  };
}

export function fits(size: Size, room: Size): boolean {
  return (
    size.characters <= room.characters && size.media <= room.media && size.blocks <= room.blocks
  );
}

function sizeOfBlock(block: RichBlock): Size {
  const own = { characters: 0, media: 0, blocks: 1 };
  switch (block.type) {
    case 'divider':
      return own;
    case 'photo':
      return { ...own, characters: lengthOf(block.caption?.text), media: 1 };
    case 'blockquote':
      return addSizes(own, sizeOf(block.blocks));
    case 'details':
      return addSizes({ ...own, characters: lengthOf(block.summary) }, sizeOf(block.blocks));
    case 'list':
      return block.items.map((entry) => addSizes(own, sizeOf(entry.blocks))).reduce(addSizes, own);
    case 'table':
      return block.cells.map(sizeOfRow).reduce(addSizes, own);
    default:
      return { ...own, characters: lengthOf(block.text) };
  }
}

export function sizeOfRow(row: { text?: RichText }[]): Size {
  const characters = row.reduce((sum, cell) => sum + lengthOf(cell.text), 0);
  return { characters, media: 0, blocks: 1 };
}

function lengthOf(text: RichText | undefined): number {
  return text === undefined ? 0 : plainText(text).length;
}
