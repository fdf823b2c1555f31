import type { ShownMessage } from '../protocol.ts';
import type { Scene } from './actions.ts';
import { attached, isFramed } from './attached.ts';
import { avatar, botAvatar, hueOf } from './avatar.ts';
import { el, icon } from './dom.ts';
import { entityText } from './entities.ts';
import { keyboard } from './keyboard.ts';
import { linkPreview } from './preview.ts';
import { reactionButtons, reactionsGiven } from './reactions.ts';
import { reader } from './rich.ts';
import { summaryOf } from './summary.ts';
import { clockTime } from './time.ts';
import { isEphemeral, messageKey, openChat, senderName, type View } from './view.ts';

/** One message as it stands in the conversation: a line of Telegram's own, or a bubble with its buttons. */
export function messageRow(scene: Scene): HTMLElement {
  const { message, view } = scene;
  if (message.service !== undefined) return serviceLine(message.service);
  const isMine = message.from?.id === view.me;
  return el(
    'div',
    {
      class: `row ${isMine ? 'mine' : 'theirs'}`,
      'data-testid': 'message',
      'data-message': messageKey(message),
      'data-author': message.from?.id ?? message.chat.id,
      'data-ephemeral': isEphemeral(message),
    },
    isMine ? null : face(scene),
    el('div', { class: 'column' }, bubble(scene), reactionsGiven(scene), keys(scene)),
    el('div', { class: 'beside' }, reactionButtons(scene), replyButton(scene)),
  );
}

export function serviceLine(text: string): HTMLElement {
  return el(
    'div',
    { class: 'service', 'data-testid': 'service' },
    el('span', { dir: 'auto' }, text),
  );
}

function bubble(scene: Scene): HTMLElement {
  const { message } = scene;
  const preview = linkPreview(message, scene);
  const isAbove = message.link_preview_options?.show_above_text === true;
  return el(
    'div',
    { class: `bubble ${kindOf(message)}`, 'data-edited': message.edit_date !== undefined },
    author(scene),
    topicLabel(scene),
    via(scene),
    isEphemeral(message) ? onlyYou(scene) : null,
    quotedMessage(scene),
    attached(scene),
    isAbove ? preview : null,
    words(scene),
    message.rich_message ? reader(message.rich_message.blocks, scene) : null,
    isAbove ? null : preview,
    stamp(message),
  );
}

/** `open-ended`: words come last, and the time stands on their last line. */
function kindOf(message: ShownMessage): string {
  if (message.rich_message) return 'rich';
  if (isFramed(message) && !message.caption) return 'bare';
  const isPreviewLast = message.preview && message.link_preview_options?.show_above_text !== true;
  const tail = isPreviewLast ? 'closed' : 'open-ended';
  return isFramed(message) ? `captioned ${tail}` : tail;
}

function words(scene: Scene): HTMLElement | null {
  const { text, caption, entities, caption_entities: captionEntities } = scene.message;
  const shown = text ?? caption;
  if (!shown) return null;
  const marks = text === undefined ? captionEntities : entities;
  return el('div', { class: 'words', dir: 'auto' }, ...entityText(shown, marks ?? [], scene));
}

/** In a group each message tells who wrote it. */
function author({ message, view }: Scene): HTMLElement | null {
  if (!isInGroup(view) || message.from?.id === view.me) return null;
  const hue = hueOf(message.from?.id ?? message.chat.id);
  return el('div', { class: `author ink-${hue}`, dir: 'auto' }, senderName(view, message));
}

function via({ message }: Scene): HTMLElement | null {
  const name = message.via_bot?.username;
  return name ? el('div', { class: 'via', 'data-testid': 'via' }, `via @${name}`) : null;
}

function face({ message, view }: Scene): HTMLElement | null {
  if (!isInGroup(view)) return null;
  if (message.from?.id === view.world.bot.id) return botAvatar();
  return avatar(message.from?.id ?? message.chat.id, senderName(view, message));
}

function isInGroup(view: View): boolean {
  const type = openChat(view)?.type;
  return type === 'group' || type === 'supergroup';
}

/** Where all topics are read together, each message says which one it is from. */
function topicLabel({ message, view, actions }: Scene): HTMLElement | null {
  const threadId = message.message_thread_id;
  const topic = openChat(view)?.topics.find((it) => it.id === threadId);
  if (!topic || view.place.threadId !== null || isEphemeral(message)) return null;
  const open = () => actions.open({ chatId: view.place.chatId, threadId: topic.id });
  return el('button', { type: 'button', class: 'topic-label', onclick: open }, `# ${topic.name}`);
}

function onlyYou({ message, actions }: Scene): HTMLElement {
  return el(
    'div',
    { class: 'only-you', 'data-testid': 'only-you' },
    icon('eye'),
    el('span', {}, 'Only you see this'),
    el(
      'button',
      { type: 'button', 'data-testid': 'dismiss', onclick: () => actions.dismiss(message) },
      'Dismiss',
    ),
  );
}

function quotedMessage({ message, view }: Scene): HTMLElement | null {
  const id = message.reply_to_message?.message_id;
  const quoted = openChat(view)?.messages.find((it) => id !== undefined && it.message_id === id);
  if (!quoted || id === 0) return null;
  return el(
    'button',
    { type: 'button', class: 'quoted', 'aria-label': 'Go to the quoted message', onclick: go },
    el('strong', { dir: 'auto' }, senderName(view, quoted)),
    el('span', { dir: 'auto' }, summaryOf(quoted)),
  );

  function go(): void {
    document.querySelector(`[data-message="${id}"]`)?.scrollIntoView({ block: 'center' });
  }
}

function stamp(message: ShownMessage): HTMLElement {
  return el(
    'span',
    { class: 'stamp' },
    message.edit_date === undefined ? null : el('span', { 'data-testid': 'edited' }, 'edited'),
    el('time', {}, clockTime(message.date)),
  );
}

function keys(scene: Scene): HTMLElement | null {
  const rows = scene.message.reply_markup?.inline_keyboard ?? [];
  return rows.length > 0 ? keyboard(rows, scene) : null;
}

function replyButton({ message, actions }: Scene): HTMLElement | null {
  if (isEphemeral(message)) return null;
  return el(
    'button',
    {
      type: 'button',
      class: 'reply',
      title: 'Reply',
      'aria-label': 'Reply',
      'data-testid': 'reply',
      onclick: () => actions.replyTo(message),
    },
    icon('reply'),
  );
}
