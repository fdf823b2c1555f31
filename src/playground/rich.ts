import { type Fields, flagOf, listOf, textOf } from './fields.ts';
import type { FileKind } from './files.ts';
import type { ShownBlock } from './protocol.ts';
import { badRequest } from './refusals.ts';
import { readBlocks } from './rich-blocks.ts';

/** A rich message that Telegram's library takes, on its way to the server: its pictures still to load, its faults in
 *  the server's eyes still to be told. */
export type RichDraft = {
  blocks: ShownBlock[];
  isRtl: boolean;
  media: { block: ShownBlock; kind: FileKind; source: Fields }[];
  /** Codes the server refuses it with, first found first. */
  faults: string[];
  tally: Tally;
};

/** What the limits of a whole message count; characters are code points. `seen`: strings with something to see. */
export type Tally = { characters: number; blocks: number; seen: number };

/** Documented limits (core.telegram.org/bots/api#inputrichmessage); the codes for going over them are guesses. */
const CHARACTER_LIMIT = 32_768;
const BLOCK_LIMIT = 500;
const MEDIA_LIMIT = 50;
/** Beyond these, clients fold the text and drop pictures without a word: our own, tighter budget. */
const CHARACTER_BUDGET = 7_500;
const MEDIA_BUDGET = 20;

/** Reads an `InputRichMessage` with the refusals of TDLib, which validates before anything leaves; content rules of the
 *  server end in `faults`. Our bot sends blocks only: markup is refused loudly instead of being parsed by guess. */
export function readRich(fields: Fields, { lints }: { lints: string[] }): RichDraft {
  if (textOf(fields, 'html') !== '' || textOf(fields, 'markdown') !== '') {
    throw badRequest('playground: rich messages by html or markdown are not emulated, send blocks');
  }
  const draft: RichDraft = {
    blocks: [],
    isRtl: flagOf(fields, 'is_rtl'),
    media: [],
    faults: [],
    tally: { characters: 0, blocks: 0, seen: 0 },
  };
  draft.blocks = readBlocks(listOf(fields, 'blocks'), { draft, level: 1, lists: 0 });
  if (draft.blocks.length === 0) throw badRequest('rich message must be non-empty');
  const { characters, blocks } = draft.tally;
  const media = draft.media.length;
  if (characters > CHARACTER_LIMIT) draft.faults.push('RICH_MESSAGE_TOO_LONG');
  if (blocks > BLOCK_LIMIT) draft.faults.push('RICH_MESSAGE_BLOCKS_TOO_MUCH');
  if (media > MEDIA_LIMIT) draft.faults.push('RICH_MESSAGE_MEDIA_TOO_MUCH');
  if (media > MEDIA_BUDGET) lints.push(`${media} media in a rich message, 20 survive`);
  if (characters > CHARACTER_BUDGET) {
    lints.push(`${characters} characters in a rich message, clients fold them beyond 7500`);
  }
  return draft;
}

export function isRich(content: object): content is RichDraft {
  return 'tally' in content;
}
