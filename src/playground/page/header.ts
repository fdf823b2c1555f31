import type { ShownChat } from '../protocol.ts';
import type { Actions, Part } from './actions.ts';
import { chatAvatar, chatTitle } from './chat-list.ts';
import { el, icon } from './dom.ts';
import { openChat, type View } from './view.ts';

/** The head of the middle pane: which chat this is, and who is in it. */
export function createHeader(element: HTMLElement, actions: Actions): Part {
  const face = el('span');
  const title = el('h1', { dir: 'auto', 'data-testid': 'chat-title' });
  const subtitle = el('p', { 'data-testid': 'chat-subtitle', dir: 'auto' });
  const panelButton = el(
    'button',
    {
      type: 'button',
      class: 'round',
      'aria-label': 'Play Telegram',
      title: 'Play Telegram',
      'data-testid': 'open-panel',
      onclick: () => actions.togglePanel(),
    },
    icon('panel'),
  );
  element.append(
    el(
      'button',
      {
        type: 'button',
        class: 'round back',
        'aria-label': 'To the chats',
        'data-testid': 'back',
        onclick: () => actions.showChats(),
      },
      icon('back'),
    ),
    face,
    el('div', { class: 'head-words' }, title, subtitle),
    panelButton,
  );
  return { element, render };

  function render(view: View): void {
    const chat = openChat(view);
    if (!chat) return;
    const topic = chat.topics.find((it) => it.id === view.place.threadId);
    face.replaceChildren(chatAvatar(view, chat));
    title.textContent = topic ? `${chatTitle(view, chat)} › ${topic.name}` : chatTitle(view, chat);
    subtitle.textContent = subtitleOf(view, chat);
    subtitle.classList.toggle('active', view.online && isTyping(view, chat));
  }
}

function subtitleOf(view: View, chat: ShownChat): string {
  if (!view.online) return 'connecting…';
  if (isTyping(view, chat)) return 'typing…';
  if (chat.type === 'private') return chat.bot === 'blocked' ? 'bot · blocked by you' : 'bot';
  const { length } = chat.members;
  const word = chat.type === 'channel' ? 'subscriber' : 'member';
  const people = `${length} ${word}${length === 1 ? '' : 's'}`;
  return `${people} · ${BOT_STANDING[chat.bot]}`;
}

const BOT_STANDING: Record<ShownChat['bot'], string> = {
  absent: 'the bot is not here',
  member: 'the bot is a member',
  administrator: 'the bot is an admin',
  kicked: 'the bot was thrown out',
  blocked: 'the bot is blocked',
};

function isTyping(view: View, chat: ShownChat): boolean {
  return (view.typingUntilMs[chat.id] ?? 0) > Date.now();
}
