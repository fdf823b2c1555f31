/** What an error answer tells a bot besides its text (Bot API `ResponseParameters`). */
export type ResponseParameters = { retry_after?: number; migrate_to_chat_id?: number };

/** The Bot API says no. Thrown anywhere below a method, caught where the call is answered. */
export class Refusal extends Error {
  readonly errorCode: number;
  readonly parameters: ResponseParameters | undefined;
  /** The server's own code, which albums repeat in quotes instead of the readable text. */
  readonly rpcCode: string | undefined;

  constructor(
    errorCode: number,
    description: string,
    more: { parameters?: ResponseParameters; rpcCode?: string } = {},
  ) {
    super(description);
    this.errorCode = errorCode;
    this.parameters = more.parameters;
    this.rpcCode = more.rpcCode;
  }
}

/** 400 with the prefix and the lower-cased first letter of telegram-bot-api (Client.cpp, `fail_query_with_error`). */
export function badRequest(text: string): Refusal {
  return new Refusal(400, `Bad Request: ${lowerFirst(text)}`);
}

export function forbidden(text: string): Refusal {
  return new Refusal(403, `Forbidden: ${lowerFirst(text)}`);
}

export function conflict(text: string): Refusal {
  return new Refusal(409, `Conflict: ${lowerFirst(text)}`);
}

export function tooManyRequests(retryAfterSeconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfterSeconds}`, {
    parameters: { retry_after: retryAfterSeconds },
  });
}

export function upgradedTo(chatId: number): Refusal {
  return new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    parameters: { migrate_to_chat_id: chatId },
  });
}

/** A refusal by Telegram's servers: telegram-bot-api rewords some of their codes and passes on the rest. */
export function serverRefusal(rpcCode: string): Refusal {
  const text = REWORDED[rpcCode] ?? rpcCode;
  return new Refusal(400, `Bad Request: ${lowerFirst(text)}`, { rpcCode });
}

const REWORDED: Record<string, string> = {
  WEBPAGE_CURL_FAILED: 'failed to get HTTP URL content',
  WEBPAGE_MEDIA_EMPTY: 'wrong type of the web page content',
  EXTERNAL_URL_INVALID: 'wrong HTTP URL specified',
  MEDIA_EMPTY: 'wrong file identifier/HTTP URL specified',
  MEDIA_GROUPED_INVALID: "can't use the media of the specified type in the album",
  MESSAGE_EMPTY: 'message text is empty',
  MESSAGE_TOO_LONG: 'message is too long',
  MEDIA_CAPTION_TOO_LONG: 'message caption is too long',
  MESSAGE_NOT_MODIFIED:
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  QUERY_ID_INVALID: 'query is too old and response timeout expired or query ID is invalid',
  REPLY_MARKUP_TOO_LONG: 'reply markup is too long',
};

/** Codes like `TOPIC_CLOSED` and words like `URL` keep their case. */
function lowerFirst(text: string): string {
  return /^.[_A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
