import type { FormattedText, TextEntity } from '../model.ts';

/** Text with or without entities: what our own answers are put together from. */
export type Piece = string | FormattedText;

export function bold(text: string): FormattedText {
  return { text, entities: [{ type: 'bold', offset: 0, length: text.length }] };
}

/** Can be copied with one tap. */
export function code(text: string): FormattedText {
  return { text, entities: [{ type: 'code', offset: 0, length: text.length }] };
}

/** Puts pieces behind one another; their entities move along. */
export function join(pieces: Piece[], separator = ''): FormattedText {
  let text = '';
  const entities: TextEntity[] = [];
  for (const [index, piece] of pieces.map(formatted).entries()) {
    if (index > 0) text += separator;
    const shift = text.length;
    entities.push(...piece.entities.map((it) => ({ ...it, offset: it.offset + shift })));
    text += piece.text;
  }
  return { text, entities };
}

export function formatted(piece: Piece): FormattedText {
  return typeof piece === 'string' ? { text: piece, entities: [] } : piece;
}
