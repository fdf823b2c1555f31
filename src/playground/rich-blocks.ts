import { type Fields, integerOf, isFields, listOf, objectOf, textOf } from './fields.ts';
import type { FileKind } from './files.ts';
import type { ShownBlock } from './protocol.ts';
import { badRequest } from './refusals.ts';
import {
  deeper,
  empty,
  fault,
  type Reading,
  readButton,
  readText,
  requiredText,
} from './rich-text.ts';

type ReadBlock = (block: Fields, reading: Reading) => Fields;

const BUTTON_LIMIT = 8;
const COLUMN_LIMIT = 20;
const MAP_SIDES_LIMIT = 10_000;
const MAP_RATIO_LIMIT = 20;

/** Blocks as the server will show them. Refuses what TDLib refuses (WebPageBlock.cpp), with its texts. */
export function readBlocks(values: readonly unknown[], reading: Reading): ShownBlock[] {
  return values.map((value) => {
    if (!isFields(value)) throw badRequest('block must be non-empty');
    const type = textOf(value, 'type');
    const read = READERS.get(type);
    if (read === undefined) throw badRequest("can't parse InputRichBlock: Unsupported block type");
    reading.draft.tally.blocks += 1;
    const block: ShownBlock = { ...value, type, ...read(value, reading) };
    const kind = MEDIA_KINDS.get(type);
    if (kind !== undefined) register(block, kind, reading);
    return block;
  });
}

const readersByType: Record<string, ReadBlock> = {
  paragraph: worded,
  footer: worded,
  pre: worded,
  expandable_blockquote: credited,
  pullquote: credited,
  heading(block, reading) {
    const size = integerOf(block, 'size') ?? 0;
    if (size < 1 || size > 6) throw badRequest('invalid section heading size specified');
    return worded(block, reading);
  },
  divider: () => ({}),
  mathematical_expression(block, reading) {
    if (textOf(block, 'expression') === '') empty(reading);
    readText(textOf(block, 'expression'), reading);
    return {};
  },
  anchor: (block) => ({ name: textOf(block, 'name') }),
  list: readList,
  blockquote: (block, reading) => ({ blocks: inner(block, reading), ...credit(block, reading) }),
  collage: readGallery,
  slideshow: readGallery,
  table: readTable,
  details(block, reading) {
    const summary = requiredText(block, 'summary', reading);
    return { summary, blocks: inner(block, reading) };
  },
  map: readMap,
  buttons(block, reading) {
    const buttons = listOf(block, 'buttons');
    if (buttons.length < 1 || buttons.length > BUTTON_LIMIT) empty(reading);
    return { buttons: buttons.map((button) => readButton(button, reading)) };
  },
  photo: captioned,
  video: captioned,
  animation: captioned,
  audio: captioned,
  voice_note: captioned,
  document: captioned,
  // A block of drafts, which the playground does not know.
  thinking() {
    throw badRequest('block is not allowed');
  },
};

/** Own names only: `constructor` is no block. */
const READERS = new Map(Object.entries(readersByType));

const MEDIA_KINDS = new Map<string, FileKind>([
  ['photo', 'photo'],
  ['video', 'video'],
  ['animation', 'animation'],
  ['audio', 'audio'],
  ['voice_note', 'voice_note'],
  ['document', 'document'],
]);

/** The file itself is loaded later, when the chat has said yes. */
function register(block: ShownBlock, kind: FileKind, { draft }: Reading): void {
  const source = objectOf(block, kind);
  if (source === null) throw badRequest(`there is no ${kind} in the request`);
  if (textOf(source, 'type') !== kind) throw badRequest('unallowed media specified');
  draft.media.push({ block, kind, source });
}

function worded(block: Fields, reading: Reading): Fields {
  return { text: requiredText(block, 'text', reading) };
}

function credited(block: Fields, reading: Reading): Fields {
  return { ...worded(block, reading), ...credit(block, reading) };
}

function credit(block: Fields, reading: Reading): Fields {
  return block.credit === undefined ? {} : { credit: readText(block.credit, reading) };
}

/** Blocks inside a block; none is an empty block to the server. */
function inner(block: Fields, reading: Reading): ShownBlock[] {
  const blocks = listOf(block, 'blocks');
  if (blocks.length === 0) empty(reading);
  return readBlocks(blocks, deeper(reading, 'level'));
}

function captioned(block: Fields, reading: Reading): Fields {
  const caption = objectOf(block, 'caption');
  if (caption === null) return {};
  const text = readText(caption.text ?? '', reading);
  return { caption: { ...caption, text, ...credit(caption, reading) } };
}

function readGallery(block: Fields, reading: Reading): Fields {
  const blocks = inner(block, reading);
  if (blocks.some(({ type }) => !MEDIA_KINDS.has(type))) {
    throw badRequest('block is not allowed');
  }
  return { blocks, ...captioned(block, reading) };
}

function readList(block: Fields, reading: Reading): Fields {
  const entries = listOf(block, 'items');
  if (entries.length === 0) throw badRequest('list must be non-empty');
  const read = entries.map((entry) => {
    if (!isFields(entry)) throw badRequest('block must be non-empty');
    if (entry.type !== undefined && !/^[aAiI1]$/.test(textOf(entry, 'type'))) {
      throw badRequest('invalid list item type specified');
    }
    reading.draft.tally.blocks += 1;
    return { ...entry, blocks: inner(entry, reading) };
  });
  const ordered = entries.filter(
    (entry) => isFields(entry) && (entry.type !== undefined || entry.value !== undefined),
  );
  if (ordered.length > 0 && ordered.length < entries.length) {
    throw badRequest('list must be either ordered or unordered');
  }
  return { items: read };
}

function readTable(block: Fields, reading: Reading): Fields {
  const rows = listOf(block, 'cells');
  if (rows.length === 0) empty(reading);
  const cells = rows.map((row) => {
    if (!Array.isArray(row)) throw badRequest('table cell must be non-empty');
    reading.draft.tally.blocks += 1;
    const read = row.map((cell) => readCell(cell, reading));
    const columns = read.reduce((sum, cell) => sum + (integerOf(cell, 'colspan') ?? 1), 0);
    if (columns > COLUMN_LIMIT) fault(reading, 'RICH_MESSAGE_TABLE_COLUMNS_TOO_MUCH');
    return read;
  });
  const caption = block.caption === undefined ? {} : { caption: readText(block.caption, reading) };
  return { cells, ...caption };
}

function readCell(cell: unknown, reading: Reading): Fields {
  if (!isFields(cell)) throw badRequest('table cell must be non-empty');
  for (const name of ['colspan', 'rowspan'] as const) {
    if ((integerOf(cell, name) ?? 1) < 0) throw badRequest(`invalid table cell ${name} specified`);
  }
  const text = cell.text === undefined ? {} : { text: readText(cell.text, reading) };
  return { align: 'left', valign: 'top', ...cell, ...text };
}

function readMap(block: Fields, reading: Reading): Fields {
  const location = objectOf(block, 'location') ?? {};
  const latitude = Number(location.latitude);
  const longitude = Number(location.longitude);
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
    throw badRequest('invalid location specified');
  }
  const zoom = integerOf(block, 'zoom') ?? -1;
  const width = integerOf(block, 'width') ?? 0;
  const height = integerOf(block, 'height') ?? 0;
  const sides = [width, height].toSorted((a, b) => a - b);
  const [shorter = 0, longer = 0] = sides;
  const valid =
    zoom >= 0 &&
    zoom <= 24 &&
    shorter > 0 &&
    width + height <= MAP_SIDES_LIMIT &&
    longer / shorter <= MAP_RATIO_LIMIT;
  if (!valid) throw badRequest('invalid map properties specified');
  return captioned(block, reading);
}
