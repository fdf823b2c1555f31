import type { ListItem, RichBlock, RichText, TableCell } from '../model/rich.ts';
import { plainText, sliceText, unrolled } from './blocks.ts';
import { addSizes, fits, RICH_BUDGET, type Size, sizeOf, sizeOfRow } from './limits.ts';
import { cutPositions, isVisible } from './text.ts';

const NOTHING: Size = { characters: 0, media: 0, blocks: 0 };

/** Blocks as rich messages within the budget, cut between blocks; only a block larger than a message is itself cut:
 *  a list between its entries, a table between its rows, a text between its sentences. */
export function splitBlocks(blocks: RichBlock[], room = RICH_BUDGET): RichBlock[][] {
  // So that the first piece finds room under its heading.
  const third = { ...room, characters: room.characters / 3, blocks: room.blocks / 3 };
  const pieces = blocks.flatMap((block) =>
    fits(sizeOfOne(block), room) ? [block] : cut(block, third),
  );
  return pack(pieces, sizeOfOne, room);
}

function piecesOf(blocks: RichBlock[], room: Size): RichBlock[] {
  return blocks.flatMap((block) => (fits(sizeOfOne(block), room) ? [block] : cut(block, room)));
}

function cut(block: RichBlock, room: Size): RichBlock[] {
  switch (block.type) {
    case 'divider':
      return [block];
    case 'photo': {
      const [caption = '', ...rest] = cutText(block.caption?.text ?? '', room);
      const below = rest.map((text): RichBlock => ({ type: 'paragraph', text }));
      return [{ ...block, caption: { text: caption } }, ...below];
    }
    case 'blockquote':
    case 'details': {
      const inside = within(room, 1);
      return pack(piecesOf(block.blocks, inside), sizeOfOne, inside).map((blocks) => ({
        ...block,
        blocks,
      }));
    }
    case 'list': {
      const entries = block.items.flatMap((entry) => cutEntry(entry, within(room, 2)));
      const sizeOfEntry = (entry: ListItem) => addSizes(sizeOf(entry.blocks), own(1));
      return pack(entries, sizeOfEntry, within(room, 1)).map((items) => ({ ...block, items }));
    }
    case 'table':
      return cutTable(block.cells, room);
    default:
      return cutText(block.text, room).map((text) => ({ ...block, text }));
  }
}

/** What does not fit goes on in an entry with the same mark. */
function cutEntry(entry: ListItem, room: Size): ListItem[] {
  return pack(piecesOf(entry.blocks, room), sizeOfOne, room).map((blocks) => ({
    ...entry,
    blocks,
  }));
}

/** A row larger than a message cannot stay a row. */
function cutTable(cells: TableCell[][], room: Size): RichBlock[] {
  const inside = within(room, 1);
  if (cells.some((row) => !fits(sizeOfRow(row), inside))) {
    return piecesOf(cells.map(unrolled), room);
  }
  return pack(cells, sizeOfRow, inside).map((rows) => ({
    type: 'table',
    cells: rows,
    is_bordered: true,
  }));
}

function cutText(text: RichText, { characters }: Size): RichText[] {
  const plain = plainText(text);
  const positions = cutPositions(plain, characters);
  return [0, ...positions]
    .map((start, index) => sliceText(text, start, positions[index] ?? plain.length))
    .filter((slice) => isVisible(plainText(slice)));
}

/** Fills each group as far as it goes; a part larger than a group has one for itself. */
function pack<Part>(parts: Part[], measure: (part: Part) => Size, room: Size): Part[][] {
  const groups: Part[][] = [];
  let size = NOTHING;
  for (const part of parts) {
    const grown = addSizes(size, measure(part));
    const last = groups.at(-1);
    if (last !== undefined && fits(grown, room)) {
      last.push(part);
      size = grown;
    } else {
      groups.push([part]);
      size = measure(part);
    }
  }
  return groups;
}

function sizeOfOne(block: RichBlock): Size {
  return sizeOf([block]);
}

function within(room: Size, levels: number): Size {
  return { ...room, blocks: room.blocks - levels };
}

function own(blocks: number): Size {
  return { ...NOTHING, blocks };
}
