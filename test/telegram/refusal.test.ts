import { GrammyError, HttpError } from 'grammy';
import { expect, test } from 'vitest';
import { type Refusal, refusalOf } from '../../src/telegram/refusal.ts';

const TOKEN = '123456:AAF-secret_secret_secret_secret_sec';

type Parameters = { retry_after?: number; migrate_to_chat_id?: number };

/** What grammY throws when the Bot API answers with `ok: false`. */
function answer(code: number, description: string, parameters: Parameters = {}): GrammyError {
  const refused = { ok: false, error_code: code, description, parameters } as const;
  return new GrammyError('Call to sendPhoto failed!', refused, 'sendPhoto', {});
}

/** What grammY throws when there is no answer, or none in JSON; the address in it carries the token. */
function noAnswer(code?: string, message = 'failed'): HttpError {
  const url = `https://api.telegram.org/bot${TOKEN}/sendPhoto`;
  const cause = Object.assign(new Error(`request to ${url} ${message}`), code && { code });
  return new HttpError(`Network request for sendPhoto failed!`, cause);
}

test.each<[number, string]>([
  [429, 'Too Many Requests: retry after 30'],
  [420, 'FLOOD_WAIT_30'],
])('%d %s: wait for exactly as long as Telegram says', (code, text) => {
  const refusal = refusalOf(answer(code, text, { retry_after: 30 }));

  expect(refusal).toEqual({ kind: 'flood', afterMs: 30_000, reason: text });
});

test('a flood answer without a time waits one second', () => {
  expect(refusalOf(answer(429, 'Too Many Requests'))).toMatchObject({
    kind: 'flood',
    afterMs: 1_000,
  });
});

test('an upgraded group is moved to the chat that Telegram names', () => {
  const text = 'Bad Request: group chat was upgraded to a supergroup chat';

  expect(refusalOf(answer(400, text, { migrate_to_chat_id: -1001234567890 }))).toEqual({
    kind: 'moved',
    toChatId: -1001234567890,
    reason: text,
  });
});

test.each<[number, string]>([
  [403, 'Forbidden: bot was blocked by the user'],
  [403, 'Forbidden: user is deactivated'],
  [403, 'Forbidden: bot was kicked from the group chat'],
  [403, 'Forbidden: bot was kicked from the supergroup chat'],
  [403, 'Forbidden: bot was kicked from the channel chat'],
  [403, 'Forbidden: bot is not a member of the supergroup chat'],
  [403, 'Forbidden: bot is not a member of the channel chat'],
  [403, 'Forbidden: the group chat was deleted'],
  [403, "Forbidden: bot can't initiate conversation with a user"],
  [403, "Forbidden: the bot can't send messages to the bot"],
  [400, 'Bad Request: CHANNEL_PRIVATE'],
])('%d %s: the chat is gone for certain', (code, reason) => {
  expect(refusalOf(answer(code, reason))).toEqual({ kind: 'gone', confirm: 'certain', reason });
});

test.each<[number, string]>([
  [400, 'Bad Request: chat not found'],
  [400, 'Bad Request: private chat not found'],
  [400, 'Bad Request: PEER_ID_INVALID'],
  [400, 'Bad Request: group chat was upgraded to a supergroup chat'],
])('%d %s: the chat is gone once that is said again', (code, reason) => {
  expect(refusalOf(answer(code, reason))).toEqual({ kind: 'gone', confirm: 'once more', reason });
});

const KINDS: [Refusal['kind'], [number, string][]][] = [
  [
    'noRights',
    [
      [400, 'Bad Request: not enough rights to send text messages to the chat'],
      [400, 'Bad Request: have no rights to send a message'],
      [400, 'Bad Request: need administrator rights in the channel chat'],
      [400, 'Bad Request: CHAT_WRITE_FORBIDDEN'],
      [400, 'Bad Request: CHAT_ADMIN_REQUIRED'],
      [400, 'Bad Request: CHAT_RESTRICTED'],
      [400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN'],
      [400, 'Bad Request: USER_BANNED_IN_CHANNEL'],
      [403, 'Forbidden: something that nobody has seen yet'],
    ],
  ],
  [
    'noPictures',
    [
      [400, 'Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN'],
      [400, 'Bad Request: CHAT_SEND_MEDIA_FORBIDDEN'],
      [400, 'Bad Request: not enough rights to send photos to the chat'],
      [400, 'Bad Request: not enough rights to send the rich message to the chat'],
    ],
  ],
  [
    'topicGone',
    [
      [400, 'Bad Request: message thread not found'],
      [400, 'Bad Request: TOPIC_DELETED'],
      [400, 'Bad Request: Topic not found'],
    ],
  ],
  ['topicClosed', [[400, 'Bad Request: TOPIC_CLOSED']]],
  [
    'picture',
    [
      [400, 'Bad Request: failed to get HTTP URL content'],
      [400, 'Bad Request: wrong type of the web page content'],
      [400, 'Bad Request: failed to send message #2 with the error message "WEBPAGE_CURL_FAILED"'],
      [400, 'Bad Request: VIDEO_CONTENT_TYPE_INVALID'],
      [400, "Bad Request: can't use file of type Photo as Audio"],
      [400, "Bad Request: can't use the media of the specified type in the album"],
      [400, 'Bad Request: wrong file identifier/HTTP URL specified'],
      [400, 'Bad Request: wrong HTTP URL specified'],
      [400, "Bad Request: can't upload file by URL"],
      [400, 'Bad Request: WEBPAGE_CURL_FAILED'],
      [400, 'Bad Request: failed to send message #2 with the error message "WEBPAGE_MEDIA_EMPTY"'],
      [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'],
      [400, 'Bad Request: IMAGE_PROCESS_FAILED'],
      [400, 'Bad Request: PHOTO_SAVE_FILE_INVALID'],
      [400, 'Bad Request: PHOTO_EXT_INVALID'],
      [400, 'Bad Request: photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png'],
      [400, 'Bad Request: file is too big'],
      [400, 'Bad Request: file of size 20000000 bytes is too big for a photo'],
      [413, 'Request Entity Too Large'],
      [400, 'Bad Request: wrong file_id or the file is temporarily unavailable'],
      [400, 'Bad Request: wrong remote file identifier specified: wrong padding length'],
      [400, 'Bad Request: FILE_REFERENCE_EXPIRED'],
      [400, 'Bad Request: MEDIA_EMPTY'],
      [400, 'Bad Request: media not found'],
    ],
  ],
  [
    'form',
    [
      [400, `Bad Request: can't parse entities: Unsupported start tag "photo_of" at byte offset 0`],
      [400, 'Bad Request: ENTITY_BOUNDS_INVALID'],
      [400, 'Bad Request: ENTITIES_TOO_LONG'],
      [400, 'Bad Request: RICH_MESSAGE_CONTENT_REQUIRED'],
      [400, 'Bad Request: strings must be encoded in UTF-8'],
      [400, 'Bad Request: text must be non-empty'],
      [400, 'Bad Request: message text is empty'],
      [400, 'Bad Request: message is too long'],
      [400, 'Bad Request: message caption is too long'],
      [400, 'Bad Request: text is too long'],
      [400, 'Bad Request: MEDIA_CAPTION_TOO_LONG'],
      [400, 'Bad Request: something that nobody has seen yet'],
    ],
  ],
  [
    'buttons',
    [
      [400, 'Bad Request: BUTTON_URL_INVALID'],
      [400, 'Bad Request: BUTTON_DATA_INVALID'],
      [400, 'Bad Request: BUTTON_TYPE_INVALID'],
      [400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed"],
      [
        400,
        "Bad Request: inline keyboard button URL 'http://photo_/?file_id' is invalid: Wrong HTTP URL",
      ],
      [400, 'Bad Request: REPLY_MARKUP_TOO_LONG'],
      [400, 'Bad Request: reply markup is too long'],
      [400, 'Bad Request: BUTTON_USER_PRIVACY_RESTRICTED'],
    ],
  ],
  ['unchanged', [[400, 'Bad Request: message is not modified: specified new message content …']]],
  [
    'unauthorized',
    [
      [401, 'Unauthorized'],
      [404, 'Not Found'],
      [409, 'Conflict: terminated by other getUpdates request'],
      [400, 'Bad Request: FROZEN_METHOD_INVALID'],
      [400, 'Bad Request: USER_RESTRICTED'],
      [400, 'Bad Request: PEER_FLOOD'],
    ],
  ],
  ['unsupported', [[404, 'Not Found: method not found']]],
  [
    'removed',
    [[500, "Internal Server Error: sent message was immediately deleted and can't be returned"]],
  ],
  [
    'passing',
    [
      [500, 'Internal Server Error: restart'],
      [502, 'Bad Gateway'],
      [503, 'Service Unavailable'],
      [504, 'Gateway Timeout'],
    ],
  ],
];

const ROWS = KINDS.flatMap(([kind, answers]) =>
  answers.map(([code, text]): [number, string, Refusal['kind']] => [code, text, kind]),
);

test.each(ROWS)('%d %s: %s', (code, reason, kind) => {
  expect(refusalOf(answer(code, reason))).toEqual({ kind, reason });
});

test.each([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'EPROTO',
])('%s: nothing was sent', (code) => {
  expect(refusalOf(noAnswer(code))).toEqual({ kind: 'passing', reason: code });
});

test.each([
  ['a broken connection', noAnswer('ECONNRESET'), 'ECONNRESET'],
  ['a proxy’s page instead of JSON', noAnswer(undefined, 'invalid json'), 'no answer'],
  ['a timeout', noAnswer(undefined, 'timed out after 60 seconds'), 'timed out'],
])('%s: the message may have been sent, and the token is not in the reason', (_, error, reason) => {
  expect(refusalOf(error)).toEqual({ kind: 'uncertain', reason });
});

test('what is no answer of Telegram’s is thrown on', () => {
  const fault = new TypeError('a fault of ours');

  expect(() => refusalOf(fault)).toThrow(fault);
});
