import type { ShownChat, ShownTopic } from '../protocol.ts';
import type { Actions, Part } from './actions.ts';
import { avatar, botAvatar } from './avatar.ts';
import { type Child, el, icon } from './dom.ts';
import { summaryOf } from './summary.ts';
import { shortTime } from './time.ts';
import { isFor, nowIn, type Place, placeKey, senderName, type View, visibleChats } from './view.ts';

/** The left pane: the chats of this person, a forum's topics under it. */
export function createChatList(element: HTMLElement, actions: Actions): Part {
  const folded = new Set<number>();
  let latest: View | null = null;
  return { element, render };

  function render(view: View): void {
    latest = view;
    const focused = document.activeElement?.getAttribute('data-testid');
    element.replaceChildren(...visibleChats(view).flatMap((chat) => rows(view, chat)));
    if (!focused) return;
    element.querySelector<HTMLElement>(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
  }

  function rows(view: View, chat: ShownChat): HTMLElement[] {
    const isOpen = !folded.has(chat.id);
    const fold = chat.forum ? foldButton(chat, isOpen) : null;
    const row = chatRow(view, chat, actions);
    const head = el('div', { class: 'chat-line' }, row, fold);
    if (!chat.forum || !isOpen) return [head];
    return [head, ...chat.topics.map((topic) => topicRow(view, chat, topic, actions))];
  }

  function foldButton(chat: ShownChat, isOpen: boolean): HTMLElement {
    return el(
      'button',
      {
        type: 'button',
        class: 'fold',
        'data-testid': `fold-${chat.id}`,
        'aria-expanded': String(isOpen),
        'aria-label': `Topics of ${chat.title}`,
        onclick: () => {
          if (isOpen) folded.add(chat.id);
          else folded.delete(chat.id);
          if (latest) render(latest);
        },
      },
      icon('fold'),
    );
  }
}

/** What people know the chat as: a private chat is the bot's. */
export function chatTitle(view: View, chat: ShownChat): string {
  return chat.type === 'private' ? view.world.bot.first_name : chat.title;
}

export function chatAvatar(view: View, chat: ShownChat): HTMLElement {
  return chat.type === 'private' ? botAvatar() : avatar(chat.id, chatTitle(view, chat));
}

function chatRow(view: View, chat: ShownChat, actions: Actions): HTMLElement {
  const last = chat.messages.findLast((message) => isFor(message, view.me));
  const place = { chatId: chat.id, threadId: null };
  const isGroup = chat.type === 'group' || chat.type === 'supergroup';
  return placeButton(view, place, actions, [
    chatAvatar(view, chat),
    el(
      'span',
      { class: 'chat-words' },
      el(
        'span',
        { class: 'chat-top' },
        el('span', { class: 'chat-title', dir: 'auto' }, chatTitle(view, chat)),
        chat.type === 'channel' ? icon('channel') : null,
        isGroup ? icon('group') : null,
        last ? el('time', {}, shortTime(last.date, nowIn(view))) : null,
      ),
      el(
        'span',
        { class: 'chat-foot' },
        el('span', { class: 'chat-last', dir: 'auto' }, ...lastWords(view, chat)),
        unreadMark(unreadOf(view, chat)),
      ),
    ),
  ]);
}

function topicRow(view: View, chat: ShownChat, topic: ShownTopic, actions: Actions): HTMLElement {
  const place = { chatId: chat.id, threadId: topic.id };
  return placeButton(view, place, actions, [
    el('span', { class: 'topic-sign', 'aria-hidden': 'true' }, '#'),
    el('span', { class: 'topic-name', dir: 'auto' }, topic.name),
    topic.closed ? icon('lock') : null,
    unreadMark(view.unread[placeKey(place)] ?? 0),
  ]);
}

function placeButton(view: View, place: Place, actions: Actions, parts: Child[]): HTMLElement {
  const isOpen = placeKey(place) === placeKey(view.place);
  return el(
    'button',
    {
      type: 'button',
      class: place.threadId === null ? 'chat' : 'topic',
      'data-testid':
        place.threadId === null
          ? `chat-${place.chatId}`
          : `topic-${place.chatId}-${place.threadId}`,
      'aria-current': isOpen ? 'true' : undefined,
      onclick: () => actions.open(place),
    },
    ...parts,
  );
}

function lastWords(view: View, chat: ShownChat): Child[] {
  const isTyping = (view.typingUntilMs[chat.id] ?? 0) > Date.now();
  if (isTyping) return [el('em', {}, 'typing…')];
  const last = chat.messages.findLast((message) => isFor(message, view.me));
  if (!last) return ['No messages yet'];
  const isFromGroup = chat.type === 'group' || chat.type === 'supergroup';
  const name = last.from?.id === view.me ? 'You' : senderName(view, last);
  const isNamed = last.service === undefined && (name === 'You' || isFromGroup) && name !== '';
  return [isNamed ? el('b', {}, `${name}: `) : null, summaryOf(last)];
}

function unreadOf(view: View, chat: ShownChat): number {
  return Object.entries(view.unread)
    .filter(([key]) => key.split('/')[0] === String(chat.id))
    .reduce((sum, [, count]) => sum + count, 0);
}

function unreadMark(count: number): HTMLElement | null {
  if (count === 0) return null;
  return el(
    'span',
    { class: 'unread', 'aria-label': `${count} unread` },
    count > 99 ? '99+' : `${count}`,
  );
}
