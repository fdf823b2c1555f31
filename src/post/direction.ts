import type { RichBlock } from '../model/rich.ts';
import { plainText } from './blocks.ts';

export const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The first letter with a direction decides, as everywhere in Unicode. */
export function directionOf(blocks: RichBlock[]): 'ltr' | 'rtl' {
  const first = blocks.find((block) => 'text' in block);
  const letter = first && 'text' in first ? /\p{L}/u.exec(plainText(first.text))?.[0] : undefined;
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}
