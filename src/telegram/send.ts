import { Api, type Transformer } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Post, Rung } from '../model.ts';
import { type Answer, answerOf } from './answer.ts';
import type { Attachments } from './attachments.ts';
import { createSendIllustrated, type IllustratedApi, isIllustrated } from './illustrated.ts';
import type { Refusal } from './refusal.ts';
import { createSendRich, hasPictures } from './rich.ts';
import { clientOptions, type Way } from './way.ts';

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
  /** 'off': nobody is notified. */
  sound?: 'off';
};

export type SendPost = (to: Destination, post: Post) => Promise<SendOutcome>;

export type SendDeps = {
  api: Pick<Api, 'sendMessage' | 'sendRichMessage'> & IllustratedApi;
  attachments: Pick<Attachments, 'photos' | 'albums' | 'recordings'>;
};

/** Telegram's door for broadcasts: unlike the bot's own it neither waits nor repeats, the outbox does. */
export function createBroadcastApi(token: string, way: Way, ...transformers: Transformer[]): Api {
  const api = new Api(token, clientOptions(way));
  if (way.watch) api.config.use(way.watch);
  api.config.use(...transformers);
  return api;
}

/**
 * Sends a post by its best rung that Telegram takes: a refused picture becomes text with a large preview, refused
 * entities become plain text, refused buttons are left out. A flood, a migration or an outage ends the walk: those
 * are not the rung's fault.
 */
export function createSendPost({ api, attachments }: SendDeps): SendPost {
  const sendIllustrated = createSendIllustrated(api, attachments);
  const sendRich = createSendRich(api);
  return (to, post) => walkDown(post, to, (rung) => attempt(rung, to));

  function attempt(rung: Rung, to: Destination): Promise<Answer> {
    const { chatId } = to;
    const common = {
      ...(to.threadId !== 0 && { message_thread_id: to.threadId }),
      ...(to.sound === 'off' && { disable_notification: true }),
    };
    switch (rung.kind) {
      case 'rich':
        return sendRich(chatId, rung, { ...common, ...keyboard(rung.buttons) });
      case 'photo':
      case 'album':
      case 'audio':
      case 'video':
      case 'animation':
        return sendIllustrated(chatId, rung, {
          ...common,
          ...('buttons' in rung && keyboard(rung.buttons)),
        });
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
  const refused: Refused[] = [];
  const rungs = [...post.rungs];
  for (let rung = rungs.shift(); rung; rung = rungs.shift()) {
    if (isPointless(rung, to, refused)) continue;
    const answer = await attempt(rung);
    if (answer.kind === 'sent') return sent(answer.message.message_id, rung, refused);
    if (answer.kind === 'removed') return sent(0, rung, [...refused, answer]);
    if (!isOfTheRung(answer)) return answer;
    refused.push({ ...answer, rung: rung.kind });
    if (answer.kind === 'buttons') rungs.unshift(...withFewerButtons(rung));
  }
  return { kind: 'refused', reason: refused.at(-1)?.reason ?? 'nothing to send' };
}

/** What the next rung may get past. */
type RungRefusal = Extract<
  Refusal,
  { kind: 'picture' | 'noPictures' | 'buttons' | 'form' | 'unsupported' | 'unchanged' }
>;

/** A refusal, and what was refused. */
type Refused = Refusal & { rung: Rung['kind'] };

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
  if (!('buttons' in rung) || rung.buttons.length === 0) return [];
  const ours = rung.buttons
    .map((row) => row.filter((button) => 'data' in button))
    .filter((row) => row.length > 0);
  const isFewer = ours.flat().length < rung.buttons.flat().length;
  return [{ ...rung, buttons: isFewer ? ours : [] }];
}

/** After a refusal of form, a preview would be refused for the same entities as the photo was; a rich message has none. */
function isPointless(rung: Rung, to: Destination, refused: Refused[]): boolean {
  if (isIllustrated(rung)) return to.pictures === 'forbidden';
  if (rung.kind === 'rich') return to.pictures === 'forbidden' && hasPictures(rung);
  const isOfEntities = (it: Refused) => it.kind === 'form' && it.rung !== 'rich';
  return rung.kind === 'preview' && refused.some(isOfEntities);
}

function sent(messageId: number, rung: Rung, refused: Refusal[]): SendOutcome {
  return { kind: 'sent', messageId, rung: rung.kind, refused };
}

export function keyboard(buttons: Button[][]): { reply_markup?: InlineKeyboardMarkup } {
  if (buttons.length === 0) return {};
  const rows = buttons.map((row) =>
    row.map((button) =>
      'url' in button ? button : { text: button.text, callback_data: button.data },
    ),
  );
  return { reply_markup: { inline_keyboard: rows } };
}
