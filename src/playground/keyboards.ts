import type { ChatType } from './chats.ts';
import { type Fields, flagOf, integerOf, isFields, listOf, objectOf, textOf } from './fields.ts';
import { checkLink } from './links.ts';
import type { ShownMessage } from './protocol.ts';
import { badRequest, serverRefusal } from './refusals.ts';

export type Markup = NonNullable<ShownMessage['reply_markup']>;
type Button = NonNullable<Markup['inline_keyboard']>[number][number];

const DATA_LIMIT_BYTES = 64;
const COPY_LIMIT = 256;
/** Practical limits; Telegram publishes none. */
const ROW_LIMIT = 8;
const BUTTON_LIMIT = 100;
const ACTIONS =
  'url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat switch_inline_query_chosen_chat copy_text disabled'.split(
    ' ',
  );

/** The `reply_markup` of a request as the message will carry it; undefined when there is none or when it is one that
 *  messages do not show (`remove_keyboard`, `force_reply`). Rows without buttons vanish, as in TDLib. */
export function markupOf(fields: Fields, chatType: ChatType): Markup | undefined {
  const markup = objectOf(fields, 'reply_markup');
  if (markup === null) return undefined;
  if (markup.keyboard !== undefined) return { keyboard: replyRows(markup, chatType) };
  const rows = rowsOf(markup, 'inline_keyboard')
    .map((row) => row.map((button) => inlineButton(button, chatType)))
    .filter((row) => row.length > 0);
  const crowded = rows.some((row) => row.length > ROW_LIMIT) || rows.flat().length > BUTTON_LIMIT;
  if (crowded) throw serverRefusal('REPLY_MARKUP_TOO_LONG');
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

function rowsOf(markup: Fields, name: string): unknown[][] {
  return listOf(markup, name).map((row) => {
    if (Array.isArray(row)) return row;
    throw badRequest(`field "${name}" of the object must be an Array of Arrays`);
  });
}

function replyRows(markup: Fields, chatType: ChatType): { text: string }[][] {
  return rowsOf(markup, 'keyboard').map((row) =>
    row.map((button) => {
      if (typeof button === 'string') return { text: button };
      if (!isFields(button)) {
        throw badRequest(
          "can't parse keyboard button: KeyboardButton must be an Object or a String",
        );
      }
      const asked = objectOf(button, 'request_chat');
      if (asked) checkRequest(asked, chatType);
      return { ...button, text: textOf(button, 'text') };
    }),
  );
}

function checkRequest(asked: Fields, chatType: ChatType): void {
  if (chatType !== 'private') throw badRequest('Chats can be requested in private chats only');
  if (integerOf(asked, 'request_id') === null || asked.chat_is_channel === undefined) {
    throw badRequest("can't parse keyboard button: Can't find a required field of request_chat");
  }
  const [ours = {}, theirs = {}] = ['bot', 'user'].map(
    (whose) => objectOf(asked, `${whose}_administrator_rights`) ?? undefined,
  );
  const isMore = Object.keys(ours).some((right) => flagOf(ours, right) && !flagOf(theirs, right));
  // The words are a guess: that ours must be among theirs is documented, the refusal is not.
  if (isMore)
    throw badRequest('bot_administrator_rights must be a subset of user_administrator_rights');
}

function inlineButton(value: unknown, chatType: ChatType): Button {
  if (!isFields(value)) {
    throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  }
  const text = textOf(value, 'text');
  if (text.trim() === '') {
    throw badRequest(`can't parse inline keyboard button: Can't find field "text"`);
  }
  if (!ACTIONS.some((action) => value[action] !== undefined)) {
    throw badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  checkStyle(value);
  checkAction(value, chatType);
  return { ...(value as Fields & Button), text };
}

function checkStyle(button: Fields): void {
  const style = textOf(button, 'style');
  if (style !== '' && !/^(danger|success|primary)$/.test(style)) {
    throw badRequest("can't parse inline keyboard button: invalid button style specified");
  }
}

function checkAction(button: Fields, chatType: ChatType): void {
  if (button.callback_data !== undefined) checkData(textOf(button, 'callback_data'));
  if (button.url !== undefined) checkUrl(textOf(button, 'url'));
  if (button.copy_text !== undefined) {
    const copied = textOf(objectOf(button, 'copy_text') ?? {}, 'text');
    // The code's name is a guess: the limit is documented, the refusal is not.
    if (copied === '' || copied.length > COPY_LIMIT) {
      throw serverRefusal('BUTTON_COPY_TEXT_INVALID');
    }
  }
  const privateOnly = button.web_app !== undefined && chatType !== 'private';
  if (privateOnly) throw serverRefusal('BUTTON_TYPE_INVALID');
}

function checkData(data: string): void {
  const size = Buffer.byteLength(data);
  if (size < 1 || size > DATA_LIMIT_BYTES) throw serverRefusal('BUTTON_DATA_INVALID');
}

function checkUrl(url: string): void {
  const link = checkLink(url);
  if ('fault' in link) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: ${link.fault}`);
  }
  if (!/^(https?|tg):/.test(link.url)) throw serverRefusal('BUTTON_URL_INVALID');
}
