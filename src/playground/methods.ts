import { callbackMethods } from './callbacks.ts';
import { chatMethods } from './chat-methods.ts';
import { deletingMethods } from './deleting.ts';
import { editingMethods } from './editing.ts';
import { ephemeralMethods } from './ephemeral.ts';
import { type Params, textOf } from './fields.ts';
import { fileById, uniqueId } from './files.ts';
import { inlineMethods } from './inline.ts';
import { profileMethods } from './profile.ts';
import { badRequest, Refusal } from './refusals.ts';
import { sendingMethods } from './sending.ts';
import type { Telegram } from './state.ts';
import { topicMethods } from './topics.ts';
import { pollUpdates } from './updates.ts';
import { deleteWebhook, setWebhook, webhookInfo } from './webhook.ts';

/** One Bot API method: returns the `result`, or throws a refusal. `gone` aborts when the caller hangs up. */
export type Method = (telegram: Telegram, params: Params, gone: AbortSignal) => unknown;

/** Names are taken in any case, as the Bot API does. */
export function methodNamed(name: string): Method {
  const method = METHODS.get(name.toLowerCase());
  if (method === undefined) throw new Refusal(404, 'Not Found: method not found');
  return method;
}

const DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024;

const serverMethods: Record<string, Method> = {
  getMe: (telegram) => ({
    ...telegram.me,
    first_name: telegram.profile.names.get('') ?? telegram.me.first_name,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: hasPrivateTopics(telegram),
  }),
  getUpdates: (telegram, { fields }, gone) => pollUpdates(telegram.updates, fields, gone),
  setWebhook,
  deleteWebhook,
  getWebhookInfo: webhookInfo,
  getFile(telegram, { fields }) {
    const fileId = textOf(fields, 'file_id');
    const file = fileById(telegram.files, fileId);
    if (file === undefined) {
      throw badRequest('wrong file_id or the file is temporarily unavailable');
    }
    if (file.bytes.length > DOWNLOAD_LIMIT_BYTES) throw badRequest('file is too big');
    return {
      file_id: fileId,
      file_unique_id: uniqueId(fileId),
      file_size: file.bytes.length,
      file_path: `${file.kind}s/${file.id}`,
    };
  },
};

/** A switch of the whole bot in truth; here it is on as soon as somebody's private chat was founded with topics. */
function hasPrivateTopics({ chats }: Telegram): boolean {
  return [...chats.values()].some(({ type, forum }) => type === 'private' && forum);
}

const METHODS = new Map(
  Object.entries({
    ...serverMethods,
    ...sendingMethods,
    ...editingMethods,
    ...deletingMethods,
    ...ephemeralMethods,
    ...callbackMethods,
    ...inlineMethods,
    ...chatMethods,
    ...topicMethods,
    ...profileMethods,
  }).map(([name, method]) => [name.toLowerCase(), method]),
);
