import type { Api } from 'grammy';
import type { InputRichMessage } from 'grammy/types';
import type { Rung } from '../model.ts';
import { type Answer, answerOf } from './answer.ts';

type RichRung = Extract<Rung, { kind: 'rich' }>;
type Options = Parameters<Api['sendRichMessage']>[2];

export type SendRich = (chatId: number, rung: RichRung, options: Options) => Promise<Answer>;

/** Rich messages of one process: a Bot API server that does not know them is not asked again. */
export function createSendRich(api: Pick<Api, 'sendRichMessage'>): SendRich {
  let unsupported: Extract<Answer, { kind: 'unsupported' }> | null = null;
  return async (chatId, rung, options) => {
    if (unsupported) return unsupported;
    const answer = await answerOf(api.sendRichMessage(chatId, richMessage(rung), options));
    if (answer.kind === 'unsupported') unsupported = answer;
    return answer;
  };
}

/** Foreign words are literal in it: nothing is looked for that could be tapped. */
export function richMessage({ blocks, direction }: Omit<RichRung, 'kind' | 'buttons'>) {
  const message: InputRichMessage = { blocks, skip_entity_detection: true };
  return direction === 'rtl' ? { ...message, is_rtl: true } : message;
}

export function hasPictures({ blocks }: RichRung): boolean {
  return blocks.some(
    (block) =>
      block.type === 'photo' ||
      (block.type === 'details' && block.blocks.some(({ type }) => type === 'photo')),
  );
}
