import type { Api } from 'grammy';
import type { InputMediaAnimation, InputMediaPhoto, Message } from 'grammy/types';
import type { FormattedText, Post, Rung } from '../model.ts';
import { type Answer, answerOf } from './answer.ts';
import type { Photos } from './photos.ts';
import { richMessage } from './rich.ts';
import type { Destination, SendOutcome } from './send.ts';
import { keyboard } from './send.ts';

/** A message as it was sent; `picture`: whether the post has another one now. */
export type SentPost = { messageId: number; rung: string; picture: 'changed' | 'same' };

/** Changes a message into what its post is now. */
export type EditPost = (to: Destination, sent: SentPost, post: Post) => Promise<SendOutcome>;

export type EditDeps = {
  api: Pick<Api, 'editMessageText' | 'editMessageCaption' | 'editMessageMedia'>;
  photos: Photos;
};

/** Answers that end a change: the message is gone, too old, or as it should be. Its reader loses nothing. */
const FINAL = ['unchanged', 'form', 'buttons', 'picture', 'unsupported', 'noPictures'];

/** Messages stay what they are: under a photo only the caption and the photo change, a text stays a text. A change that
 *  Telegram refuses is not owed any longer. */
export function createEditPost(deps: EditDeps): EditPost {
  return async (to, sent, post) => {
    const answer = await edit(deps, { to, sent, post });
    const { messageId } = sent;
    const rung = sent.rung as Rung['kind'];
    if (answer === null || answer.kind === 'sent') {
      return { kind: 'sent', messageId, rung, refused: [] };
    }
    if (answer.kind === 'removed' || FINAL.includes(answer.kind)) {
      const refused = answer.kind === 'unchanged' ? [] : [answer];
      return { kind: 'sent', messageId, rung, refused };
    }
    return answer as Exclude<SendOutcome, { kind: 'sent' | 'refused' }>;
  };
}

type Change = { to: Destination; sent: SentPost; post: Post };

/** null: the post has nothing that this message could show. */
function edit(deps: EditDeps, { to, sent, post }: Change): Promise<Answer<unknown> | null> {
  const rung = rungFor(sent.rung, post);
  const where = { chatId: to.chatId, messageId: sent.messageId };
  if (rung === undefined) return Promise.resolve(null);
  if (rung.kind === 'photo' && sent.picture === 'changed') return editPhoto(deps, where, rung);
  return 'caption' in rung ? editCaption(deps, where, rung) : editText(deps, where, rung);
}

type Where = { chatId: number; messageId: number };
type Captioned = Extract<Rung, { caption: FormattedText }>;
type PhotoRung = Extract<Rung, { kind: 'photo' }>;

/** A new picture that Telegram does not take leaves the old one above the new words. */
async function editPhoto(deps: EditDeps, where: Where, rung: PhotoRung): Promise<Answer<unknown>> {
  const { chatId, messageId } = where;
  const look = keyboard(rung.buttons);
  // Telegram answers with `true` only where a message is not in a chat.
  const replace = async (media: InputMediaPhoto | InputMediaAnimation) =>
    (await deps.api.editMessageMedia(
      chatId,
      messageId,
      { ...media, ...captionOf(rung.caption) },
      look,
    )) as Message;
  const changed = await deps.photos.send(rung.pictureUrl, {
    photo: (media) => replace({ type: 'photo', media }),
    animation: (media) => replace({ type: 'animation', media }),
  });
  return changed.kind === 'picture' ? editCaption(deps, where, rung) : changed;
}

function editCaption(
  { api }: EditDeps,
  { chatId, messageId }: Where,
  rung: Captioned,
): Promise<Answer<unknown>> {
  const look = 'buttons' in rung ? keyboard(rung.buttons) : {};
  return answerOf<unknown>(
    api.editMessageCaption(chatId, messageId, { ...captionOf(rung.caption), ...look }),
  );
}

function editText(
  { api }: EditDeps,
  { chatId, messageId }: Where,
  rung: Exclude<Rung, Captioned>,
): Promise<Answer<unknown>> {
  const look = 'buttons' in rung ? keyboard(rung.buttons) : {};
  if (rung.kind === 'rich') {
    return answerOf<unknown>(api.editMessageText(chatId, messageId, richMessage(rung), look));
  }
  const { text, entities } = rung.kind === 'plain' ? { text: rung.text, entities: [] } : rung.body;
  const preview =
    rung.kind === 'preview'
      ? { url: rung.previewUrl, prefer_large_media: true, show_above_text: true }
      : { is_disabled: true };
  return answerOf<unknown>(
    api.editMessageText(chatId, messageId, text, {
      entities,
      link_preview_options: preview,
      ...look,
    }),
  );
}

/** The same way of sending, or the nearest that a message of that kind can become. */
function rungFor(kind: string, { rungs }: Post): Rung | undefined {
  const same = rungs.find((rung) => rung.kind === kind);
  if (same) return same;
  const hasText = ['preview', 'text', 'plain', 'rich'].includes(kind);
  return hasText
    ? rungs.find((rung) => rung.kind === 'text')
    : rungs.find((rung) => 'caption' in rung);
}

function captionOf({ text, entities }: FormattedText) {
  return { caption: text, caption_entities: entities };
}
