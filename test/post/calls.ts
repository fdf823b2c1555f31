import { isDeepStrictEqual } from 'node:util';
import type { RichBlock } from '../../src/model/rich.ts';
import type { Button, FormattedText, Rung } from '../../src/model.ts';
import type { ShownMessage } from '../../src/playground/protocol.ts';
import { checkBlocks, checkText } from '../../src/post/check.ts';
import { CAPTION_LIMIT, TEXT_LIMIT } from '../../src/post/limits.ts';
import { linkTarget } from '../../src/post/links.ts';

export type Refused = { ok: false; error_code: number; description: string };

/** One call of the Bot API and its answer; an album is answered with several messages. */
export type Call = {
  method: string;
  payload: Record<string, unknown>;
  answer: { ok: true; result: ShownMessage | ShownMessage[] } | Refused;
};

/** What is wrong with the one call that sent this rung; more than one were made because Telegram refused the first. */
export function faultsOfCalls(rung: Rung, [call, ...others]: Call[]): string[] {
  if (call === undefined) return ['nothing was sent'];
  const { payload, answer } = call;
  const own = [...faultsOfWords(rung), ...faultsOfButtons(rung)];
  if (!answer.ok) return [...own, answer.description];
  const [first, ...more] = [answer.result].flat();
  const faults = [
    others.length > 0 && `${others.length} more calls`,
    rung.kind === 'album' && more.length + 1 !== rung.pictureUrls.length && 'pictures are missing',
    rung.kind === 'rich' && !isLiteral(payload) && 'foreign words are looked through',
    rung.kind === 'plain' && payload.entities !== undefined && 'entities in a plain text',
    first === undefined ? 'no message' : differenceOf(rung, first),
  ];
  return [...own, ...faults.filter((fault) => typeof fault === 'string')];
}

/** Which look lies over which stretches, however the entities are split where they cross. */
export function coverageOf(entities: readonly { type: string; offset: number; length: number }[]) {
  const ranges = new Map<string, [number, number][]>();
  for (const { type, offset, length } of entities.toSorted((a, b) => a.offset - b.offset)) {
    const known = ranges.get(type) ?? [];
    const last = known.at(-1);
    if (last && last[1] >= offset) last[1] = Math.max(last[1], offset + length);
    else known.push([offset, offset + length]);
    ranges.set(type, known);
  }
  return [...ranges].map(([type, places]) => `${type} ${places.join(' ')}`).toSorted();
}

/** Of direction marks in a row Telegram makes invisible joints but for the last: the length stays, nothing is seen. */
export function asShown(text: string): string {
  return text.replace(/[\u200e\u200f](?=[\u200e\u200f])/g, '\u200c');
}

/** The words of a rung as a classic message; null for rich ones. */
export function wordsIn(rung: Rung): (FormattedText & { limit: number }) | null {
  if (rung.kind === 'rich') return null;
  if (rung.kind === 'plain') return { text: rung.text, entities: [], limit: TEXT_LIMIT };
  return 'caption' in rung
    ? { ...rung.caption, limit: CAPTION_LIMIT }
    : { ...rung.body, limit: TEXT_LIMIT };
}

function faultsOfWords(rung: Rung): string[] {
  if (rung.kind === 'rich') return checkBlocks(rung.blocks);
  const words = wordsIn(rung);
  return words === null ? [] : checkText(words, words.limit);
}

function faultsOfButtons(rung: Rung): string[] {
  if (!('buttons' in rung)) return [];
  const isSound = (button: Button) =>
    'url' in button
      ? linkTarget(button.url) === button.url
      : button.data !== '' && Buffer.byteLength(button.data) <= 64;
  return rung.buttons
    .flat()
    .filter((it) => !isSound(it))
    .map((it) => `button ${it.text}`);
}

function isLiteral({ rich_message }: Call['payload']): boolean {
  return (rich_message as { skip_entity_detection?: true }).skip_entity_detection === true;
}

/** What the chat shows other than it was meant. */
function differenceOf(rung: Rung, message: ShownMessage): string | null {
  const buttons = message.reply_markup?.inline_keyboard?.flat().length ?? 0;
  if ('buttons' in rung && rung.buttons.flat().length !== buttons) return `${buttons} buttons`;
  if (rung.kind === 'rich') {
    const shown = bare(message.rich_message?.blocks);
    return isDeepStrictEqual(shown, bare(rung.blocks)) ? null : `shown: ${JSON.stringify(shown)}`;
  }
  const meant = wordsIn(rung);
  const text = message.text ?? message.caption ?? '';
  if (meant === null || asShown(meant.text) !== text) return `shown: ${text}`;
  const shown = coverageOf((message.entities ?? message.caption_entities ?? []).filter(isGiven));
  return shown.join() === coverageOf(meant.entities).join() ? null : `shown: ${shown}`;
}

/** Not found by Telegram itself. */
function isGiven({ type }: { type: string }): boolean {
  return !/^(url|mention|hashtag|bot_command)$/.test(type);
}

/** Without pictures, which Telegram has instead of addresses. */
function bare(blocks: readonly (RichBlock | object)[] = []): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value) => {
      if (key === 'photo') return null;
      return typeof value === 'string' ? asShown(value) : value;
    }),
  );
}
