import type { FluentVariable } from '@fluent/bundle';
import type { Api } from 'grammy';
import type { AlarmWord, TellOwner } from '../relay/alarms.ts';
import type { Store } from '../store/store.ts';
import { answerOf } from '../telegram/answer.ts';
import type { Refusal } from '../telegram/refusal.ts';
import type { Texts } from './texts.ts';

type TellDeps = {
  api: Pick<Api, 'sendMessage'>;
  store: Pick<Store, 'chats'>;
  texts: Texts;
  defaultLanguage: string;
};

/** It may go through when it is tried again. */
const PASSING: Refusal['kind'][] = ['passing', 'uncertain', 'flood', 'unauthorized'];

/** Writes to an owner in private, in their language. */
export function createTellOwner({ api, store, texts, defaultLanguage }: TellDeps): TellOwner {
  return async (owner, word) => {
    const chat = await store.chats.get(owner);
    const say = texts.say(chat?.language ?? chat?.languageHint ?? defaultLanguage);
    const text = 'over' in word ? say(`mended-${word.over}`) : say(...sentenceOf(word));
    const sent = await answerOf(
      api.sendMessage(owner, text, { link_preview_options: { is_disabled: true } }),
    );
    return sent.kind !== 'sent' && PASSING.includes(sent.kind) ? 'later' : 'told';
  };
}

type Sentence = [key: string, about: Record<string, FluentVariable>];

function sentenceOf(alarm: Exclude<AlarmWord, { over: unknown }>): Sentence {
  const key = `alarm-${alarm.kind}`;
  switch (alarm.kind) {
    case 'webhook':
    case 'settings':
    case 'archive':
      return [key, { reason: alarm.reason }];
    case 'disk':
      return [key, { megabytes: megabytesOf(alarm.freeBytes) }];
    case 'database':
      return [key, { megabytes: megabytesOf(alarm.bytes), limit: megabytesOf(alarm.limitBytes) }];
  }
}

function megabytesOf(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
