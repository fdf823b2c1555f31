import { plainOf } from './page/summary.ts';
import type { ShownBlock, ShownEntity, ShownMessage } from './protocol.ts';
import { columnsOf, inInk, type Line, wrap } from './terminal-text.ts';

/** How a terminal shows things: `boxes` to look at, `lines` to listen to. */
export type Look = { style: 'boxes' | 'lines'; ink: 'on' | 'off'; columns: number };

const WIDEST = 76;
/** Of a whole article only its beginning: a terminal is no page. */
const READER_LINES = 14;

/** A message as lines: who wrote it, the picture, the words, the buttons. */
export function messageLines(message: ShownMessage, by: string, look: Look): string[] {
  return look.style === 'boxes' ? boxed(message, by, look) : spoken(message, by);
}

function spoken(message: ShownMessage, by: string): string[] {
  const picture = pictureOf(message);
  const { text, isCut } = wordsIn(message, 100);
  const buttons = buttonRows(message).flat();
  return [
    `${by} writes:`,
    ...(picture ? [`Picture, ${picture}.`] : []),
    ...text.split('\n').filter((line) => line.trim() !== ''),
    ...(isCut ? ['And the rest of the article.'] : []),
    ...(buttons.length > 0 ? [`Buttons: ${buttons.join('; ')}.`] : []),
  ];
}

function boxed(message: ShownMessage, by: string, look: Look): string[] {
  const width = Math.min(look.columns - 6, WIDEST);
  const { text, entities, isCut } = wordsIn(message, width);
  const picture = pictureOf(message);
  const inside = [
    ...(picture ? [...pictureLines(picture, width), ''] : []),
    ...wrap(text, width).map((line) => (look.ink === 'on' ? inked(line, entities) : line.text)),
    ...(isCut ? ['…'] : []),
  ];
  const widths = [
    ...(picture ? [width] : []),
    ...wrap(text, width).map((line) => columnsOf(line.text)),
    columnsOf(by) + 2,
  ];
  const across = Math.max(...widths);
  const bare = picture ? pictureLines(picture, width).concat('') : [];
  const plain = [...bare, ...wrap(text, width).map((line) => line.text), ...(isCut ? ['…'] : [])];
  return [
    `  ╭─ ${by} ${'─'.repeat(Math.max(0, across - columnsOf(by) - 1))}╮`,
    ...inside.map((line, index) => {
      const rest = across - columnsOf(plain[index] ?? '');
      return `  │ ${line}${' '.repeat(Math.max(0, rest))} │`;
    }),
    `  ╰${'─'.repeat(across + 2)}╯`,
    ...buttonRows(message).map((row) => `   ${row.map((label) => `[ ${label} ]`).join(' ')}`),
  ];
}

function pictureLines(size: string, width: number): string[] {
  const words = `picture, ${size}`;
  const left = ' '.repeat(Math.max(0, Math.floor((width - words.length) / 2)));
  return ['▒'.repeat(width), left + words, '▒'.repeat(width)];
}

function pictureOf({ photo }: ShownMessage): string | null {
  const largest = photo?.at(-1);
  return largest ? `${largest.width} × ${largest.height}` : null;
}

function buttonRows({ reply_markup: markup }: ShownMessage): string[][] {
  return (markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
}

type Words = { text: string; entities: ShownEntity[]; isCut: boolean };

function wordsIn(message: ShownMessage, columns: number): Words {
  const { text, caption, rich_message: rich, document } = message;
  if (rich) return articleIn(rich.blocks, columns);
  const entities = (text === undefined ? message.caption_entities : message.entities) ?? [];
  const shown = text ?? caption ?? document?.file_name ?? '';
  return { text: shown, entities, isCut: false };
}

function articleIn(blocks: ShownBlock[], columns: number): Words {
  const all = blocks.flatMap(blockText).join('\n\n');
  const lines = wrap(all, columns);
  const cut = lines[READER_LINES];
  const heading = blocks.find(({ type }) => type === 'heading');
  const length = plainOf(heading?.text).length;
  return {
    text: cut === undefined ? all : all.slice(0, cut.at).trimEnd(),
    entities: heading ? [{ type: 'bold', offset: all.indexOf(plainOf(heading.text)), length }] : [],
    isCut: cut !== undefined,
  };
}

/** The words of a block and of those within it, one paragraph each. */
function blockText(block: ShownBlock): string[] {
  const own = block.text === undefined ? '' : plainOf(block.text);
  const inner = [block.blocks, block.items].flatMap((them) => (Array.isArray(them) ? them : []));
  const below = inner.flatMap((it: ShownBlock) => blockText(it));
  const shown = block.items === undefined ? below : below.map((line) => `• ${line}`);
  return [own, ...shown].filter((line) => line.trim() !== '');
}

/** Bold words in bold, links in colour. */
function inked({ text, at }: Line, entities: ShownEntity[]): string {
  let shown = '';
  let run = '';
  let inks = '';
  for (let index = 0; index <= text.length; index += 1) {
    const next = index === text.length ? 'end' : inksAt(at + index, entities);
    if (next !== inks) {
      shown += coloured(run, inks);
      run = '';
      inks = next;
    }
    run += text[index] ?? '';
  }
  return shown;
}

function inksAt(at: number, entities: ShownEntity[]): string {
  const here = entities.filter(({ offset, length }) => offset <= at && at < offset + length);
  const isBold = here.some(({ type }) => type === 'bold');
  const isLink = here.some(({ type }) => type === 'text_link' || type === 'url');
  return `${isBold ? 'bold' : ''} ${isLink ? 'accent' : ''}`;
}

function coloured(run: string, inks: string): string {
  const linked = inks.endsWith('accent') ? inInk(run, 'accent') : run;
  return inks.startsWith('bold') ? inInk(linked, 'bold') : linked;
}
