import type { Message } from 'grammy/types';
import { type Refusal, refusalOf } from './refusal.ts';

/** What one call to Telegram brought: its result, mostly a message, or why there is none. */
export type Answer<Result = Message> = { kind: 'sent'; message: Result } | Refusal;

export async function answerOf<Result>(call: Promise<Result>): Promise<Answer<Result>> {
  try {
    return { kind: 'sent', message: await call };
  } catch (error) {
    return refusalOf(error);
  }
}
