import { Api } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Post, Rung } from '../model.ts';
import { type Answer, answerOf } from './answer.ts';
import type { Photos } from './photos.ts';
import type { Refusal } from './refusal.ts';

/** What became of a post. `sent` tells by which rung; every other kind is Telegram's own refusal. */
export type SendOutcome =
  | { kind: 'sent'; messageId: number; rung: Rung['kind']; refused: Refusal[] }
  | Exclude<Refusal, RungRefusal | { kind: 'removed' }>
  /** Even the plain rung was refused: nothing can be sent of this. */
  | { kind: 'refused'; reason: string };

export type Destination = {
  chatId: number;
  /** 0: none. */
  threadId: number;
  /** A chat that forbids pictures gets the text rungs only. */
  pictures: 'wanted' | 'forbidden';
};

export type SendPost = (to: Destination, post: Post) => Promise<SendOutcome>;

export type SendDeps = { api: Pick<Api, 'sendMessage' | 'sendPhoto'>; photos: Photos };

/** Telegram's door for broadcasts: unlike the bot's own it neither waits nor repeats, the outbox does. */
export function createBroadcastApi(token: string, apiRoot: string): Api {
  return new Api(token, { apiRoot, timeoutSeconds: 60 });
}

/**
 * Sends a post by its best rung that Telegram takes: a refused picture becomes text with a large preview, refused
 * entities become plain text, refused buttons are left out. A flood, a migration or an outage ends the walk: those
 * are not the rung's fault.
 */
export function createSendPost({ api, photos }: SendDeps): SendPost {
  return (to, post) => walkDown(post, to, (rung) => attempt(rung, to));

  function attempt(rung: Rung, to: Destination): Promise<Answer> {
    const { chatId } = to;
    const common = { ...(to.threadId !== 0 && { message_thread_id: to.threadId }) };
    switch (rung.kind) {
      case 'photo':
        return photos.send(rung.pictureUrl, (photo) =>
          api.sendPhoto(chatId, photo, {
            ...common,
            caption: rung.caption.text,
            caption_entities: rung.caption.entities,
            ...keyboard(rung.buttons),
          }),
        );
      case 'preview':
        return answerOf(
          api.sendMessage(chatId, rung.body.text, {
            ...common,
            entities: rung.body.entities,
            link_preview_options: {
              url: rung.previewUrl,
              prefer_large_media: true,
              show_above_text: true,
            },
            ...keyboard(rung.buttons),
          }),
        );
      case 'text':
        return answerOf(
          api.sendMessage(chatId, rung.body.text, {
            ...common,
            entities: rung.body.entities,
            link_preview_options: { is_disabled: true },
            ...keyboard(rung.buttons),
          }),
        );
      case 'plain':
        return answerOf(
          api.sendMessage(chatId, rung.text, {
            ...common,
            link_preview_options: { is_disabled: true },
          }),
        );
    }
  }
}

async function walkDown(
  post: Post,
  to: Destination,
  attempt: (rung: Rung) => Promise<Answer>,
): Promise<SendOutcome> {
  const refused: Refusal[] = [];
  const rungs = [...post.rungs];
  for (let rung = rungs.shift(); rung; rung = rungs.shift()) {
    if (isPointless(rung, to, refused)) continue;
    const answer = await attempt(rung);
    if (answer.kind === 'sent') return sent(answer.message.message_id, rung, refused);
    if (answer.kind === 'removed') return sent(0, rung, [...refused, answer]);
    if (!isOfTheRung(answer)) return answer;
    refused.push(answer);
    if (answer.kind === 'buttons') rungs.unshift(...withFewerButtons(rung));
  }
  return { kind: 'refused', reason: refused.at(-1)?.reason ?? 'nothing to send' };
}

/** What the next rung may get past. */
type RungRefusal = Extract<
  Refusal,
  { kind: 'picture' | 'noPictures' | 'buttons' | 'form' | 'unsupported' | 'unchanged' }
>;

const OF_THE_RUNG: Refusal['kind'][] = [
  'picture',
  'noPictures',
  'buttons',
  'form',
  'unsupported',
  'unchanged',
];

function isOfTheRung(refusal: Refusal): refusal is RungRefusal {
  return OF_THE_RUNG.includes(refusal.kind);
}

/** The same rung without its links to elsewhere, which publishers write; then without any button; then none. */
function withFewerButtons(rung: Rung): Rung[] {
  if (rung.kind === 'plain' || rung.buttons.length === 0) return [];
  const ours = rung.buttons
    .map((row) => row.filter((button) => 'data' in button))
    .filter((row) => row.length > 0);
  const isFewer = ours.flat().length < rung.buttons.flat().length;
  return [{ ...rung, buttons: isFewer ? ours : [] }];
}

/** After a refusal of form, a preview would be refused for the same entities as the photo was. */
function isPointless(rung: Rung, to: Destination, refused: Refusal[]): boolean {
  if (rung.kind === 'photo') return to.pictures === 'forbidden';
  return rung.kind === 'preview' && refused.some(({ kind }) => kind === 'form');
}

function sent(messageId: number, rung: Rung, refused: Refusal[]): SendOutcome {
  return { kind: 'sent', messageId, rung: rung.kind, refused };
}

function keyboard(buttons: Button[][]): { reply_markup?: InlineKeyboardMarkup } {
  if (buttons.length === 0) return {};
  const rows = buttons.map((row) =>
    row.map((button) =>
      'url' in button ? button : { text: button.text, callback_data: button.data },
    ),
  );
  return { reply_markup: { inline_keyboard: rows } };
}
