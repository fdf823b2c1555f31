import type { MiddlewareFn } from 'grammy';
import type { BotContext } from './context.ts';

/** Seen by nobody, and carried along from where words were copied. */
const UNSEEN_END = /[\s\u200b-\u200f\u2060\ufeff]+$/u;

/** Keyboards of phones begin with a capital letter, and what is copied may end in invisible signs: `/Status` is `/status`. */
export const handwriting: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { message } = ctx;
  if (message?.text !== undefined) message.text = withPlainCommand(message.text);
  if (message?.caption !== undefined) message.caption = withPlainCommand(message.caption);
  await next();
};

/** Nothing before the end moves: entities stay where they are. */
function withPlainCommand(text: string): string {
  const [command = ''] = /^\/\w+/.exec(text) ?? [];
  if (command === '') return text;
  return command.toLowerCase() + text.slice(command.length).replace(UNSEEN_END, '');
}
