import { GrammyError, HttpError } from 'grammy';

/**
 * Why a call to Telegram brought no message, by what is to be done about it. This is the only file that reads
 * Telegram's descriptions; texts as in telegram-bot-api's Client.cpp and the server's own codes.
 */
export type Refusal =
  | { kind: 'flood'; afterMs: number; reason: string }
  | { kind: 'moved'; toChatId: number; reason: string }
  /** The chat is gone for us; `confirm` when the answer has been known to be wrong once. */
  | { kind: 'gone'; confirm: 'certain' | 'once more'; reason: string }
  | { kind: 'noRights'; reason: string }
  | { kind: 'noPictures'; reason: string }
  | { kind: 'topicGone'; reason: string }
  | { kind: 'topicClosed'; reason: string }
  | { kind: 'picture'; reason: string }
  | { kind: 'buttons'; reason: string }
  /** Text, entities or length: our own fault, or a 400 nobody knows yet. */
  | { kind: 'form'; reason: string }
  | { kind: 'unchanged'; reason: string }
  /** Accepted, shown, and removed at once by the chat's own moderation. */
  | { kind: 'removed'; reason: string }
  /** The bot itself is shut out, not one chat: token revoked, account frozen, another instance at work. */
  | { kind: 'unauthorized'; reason: string }
  | { kind: 'unsupported'; reason: string }
  /** Telegram was not reached, or said that it failed itself: nothing was sent. */
  | { kind: 'passing'; reason: string }
  /** The answer was lost on its way: the message may have been sent. */
  | { kind: 'uncertain'; reason: string }
  /** It never left: another process may do that by now (`fence.ts`). */
  | { kind: 'notOurs'; reason: string };

type Kind = Exclude<Refusal['kind'], 'flood' | 'moved' | 'gone'> | 'goneCertain' | 'goneOnceMore';

/** First match wins; matched in lower case. What repeats words of ours, a URL or a tag, comes first; only what Telegram
 *  says of an unchanged message names its markup as well. */
const DESCRIPTIONS: [RegExp, Kind][] = [
  [/message is not modified/, 'unchanged'],
  [/keyboard button|button_|reply[_ ]markup|stargift/, 'buttons'],
  [/can't parse/, 'form'],
  [/immediately deleted and can't be returned/, 'removed'],
  [/message thread not found|topic_deleted|topic not found|topic_id_invalid/, 'topicGone'],
  [/topic_closed/, 'topicClosed'],
  [
    /bot was blocked by the user|user is deactivated|bot was kicked|bot is not a member/,
    'goneCertain',
  ],
  [/group chat was deleted|can't initiate conversation|channel_private/, 'goneCertain'],
  [/can't send messages to (the )?bot|user_is_blocked|user_deactivated/, 'goneCertain'],
  // Without the new id in its parameters, an upgrade is told to us by a service message only.
  [/chat not found|peer_id_invalid|upgraded to a supergroup/, 'goneOnceMore'],
  [/chat_send_(photos|media|gifs|docs|videos|audios)_forbidden/, 'noPictures'],
  [
    /not enough rights to send (photos|media|the rich message|videos|documents|audios)/,
    'noPictures',
  ],
  [/not enough rights|have no rights to send|need administrator rights/, 'noRights'],
  [
    /chat_write_forbidden|chat_admin_required|chat_restricted|chat_guest_send_forbidden/,
    'noRights',
  ],
  [/chat_send_plain_forbidden|user_banned_in_channel/, 'noRights'],
  [/http url|web ?page|can't upload file by url|group send failed/, 'picture'],
  [/photo[_ ]|image_process_failed|too big|request entity too large|media_empty/, 'picture'],
  [/file_id|file identifier|file_reference|media not found|media_invalid/, 'picture'],
  [/video_|audio_|media_grouped_invalid|can't use (file of type|the media)/, 'picture'],
  [/frozen_method|user_restricted|peer_flood/, 'unauthorized'],
  [/method not found/, 'unsupported'],
];

/** Whether that is an answer of Telegram, or of the way to it; else it is a fault of ours. */
export function isOfTelegram(error: unknown): error is GrammyError | HttpError {
  return error instanceof GrammyError || error instanceof HttpError;
}

/** Turns whatever a grammY call threw into a refusal; rethrows what is no answer of the world. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof GrammyError) return answered(error);
  if (error instanceof HttpError) return unanswered(error);
  throw error;
}

/** What was asked for costs Stars that the bot has not got, or may not be paid for. */
export function isAboutPayment(description: string): boolean {
  return /allow_payment_required|balance_too_low|payment/i.test(description);
}

function answered(error: GrammyError): Refusal {
  const { error_code: code, description: reason, parameters } = error;
  if (parameters.retry_after !== undefined || code === 429) {
    return { kind: 'flood', afterMs: (parameters.retry_after ?? 1) * 1000, reason };
  }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', toChatId: parameters.migrate_to_chat_id, reason };
  }
  const text = reason.toLowerCase();
  const known = DESCRIPTIONS.find(([pattern]) => pattern.test(text))?.[1];
  if (known === 'goneCertain') return { kind: 'gone', confirm: 'certain', reason };
  if (known === 'goneOnceMore') return { kind: 'gone', confirm: 'once more', reason };
  return { kind: known ?? byCode(code), reason };
}

function byCode(code: number): 'unauthorized' | 'passing' | 'noRights' | 'picture' | 'form' {
  if (code === 401 || code === 404 || code === 409) return 'unauthorized';
  // 421: this server is not the one for it, and has done nothing.
  if (code >= 500 || code === 421) return 'passing';
  if (code === 403) return 'noRights';
  return code === 413 ? 'picture' : 'form';
}

/** Failures on the way to Telegram: the request never left this machine. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EPROTO|EPROXY)$|CERT|^ERR_(TLS|SSL)/;

/** As the code of an error: the call did not pass our own fence. */
export const NOT_OURS = 'NOT_OURS';

function unanswered(error: HttpError): Refusal {
  const cause = error.error as { code?: unknown; message?: unknown } | undefined;
  const code = String(cause?.code ?? '');
  if (code === NOT_OURS) return { kind: 'notOurs', reason: code };
  // Never `error.message` of the cause as it is: it can carry the URL, and the URL carries the token.
  const reason = code || (/timed out/.test(String(cause?.message)) ? 'timed out' : 'no answer');
  return { kind: NEVER_LEFT.test(code) ? 'passing' : 'uncertain', reason };
}
