import type { FormattedText, TextEntity } from '../../src/model.ts';
import { type AskTdlib, ENTITY_NAMES } from '../tdlib.ts';
import { asShown, coverageOf } from './calls.ts';

type Repaired = {
  message?: string;
  text: string;
  entities: { type: { _: string }; offset: number; length: number }[];
};

/** What Telegram's own library makes of the words. It repairs entities before it looks for Markdown, of which none is
 *  left here. */
export function repaired(tdlib: AskTdlib, words: FormattedText) {
  const given = unmarked(words).text;
  const { message, text, entities } = tdlib<Repaired>(question(given, words.entities)) ?? NOTHING;
  if (message !== undefined) return { refused: message };
  return { text, looks: coverageOf(entities.map((it) => ({ ...it, type: it.type._ }))) };
}

const NOTHING: Repaired = { message: 'TDLib is silent', text: '', entities: [] };

/** What it makes of them when nothing is wrong with them. */
export function unmarked({ text, entities }: FormattedText) {
  const looks = coverageOf(
    entities.map((it) => ({ ...it, type: `textEntityType${ENTITY_NAMES[it.type]}` })),
  );
  return { text: asShown(text).replace(/[*_~`|[\]]/g, 'x'), looks };
}

function question(text: string, entities: TextEntity[]) {
  const asked = entities.map(({ type, offset, length, ...more }) => ({
    ...{ _: 'textEntity', offset, length },
    type: {
      _:
        type === 'pre' && 'language' in more
          ? 'textEntityTypePreCode'
          : `textEntityType${ENTITY_NAMES[type]}`,
      ...more,
    },
  }));
  return { _: 'parseMarkdown', text: { _: 'formattedText', text, entities: asked } };
}
