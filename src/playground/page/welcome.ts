import type { Actions } from './actions.ts';
import { chatAvatar } from './chat-list.ts';
import { el } from './dom.ts';
import { openChat, type View } from './view.ts';

/** What stands in an empty chat: in private the bot's description and its Start button, as in Telegram. */
export function welcome(view: View, actions: Actions): HTMLElement {
  const chat = openChat(view);
  const { bot } = view.world;
  if (chat?.type !== 'private') {
    return el('div', { class: 'empty' }, el('p', {}, emptyText(chat?.type)));
  }
  return el(
    'div',
    { class: 'welcome', 'data-testid': 'welcome' },
    chatAvatar(view, chat),
    el('h2', { dir: 'auto' }, bot.first_name),
    ...(bot.description === '' ? [] : descriptionOf(bot.description)),
    el(
      'button',
      {
        type: 'button',
        class: 'start',
        'data-testid': 'start',
        onclick: () => actions.say('/start'),
      },
      'Start',
    ),
    el(
      'button',
      {
        type: 'button',
        class: 'plain',
        'data-testid': 'take-tour',
        onclick: () => actions.tour.begin(),
      },
      'Take the tour',
    ),
  );
}

function descriptionOf(description: string): HTMLElement[] {
  return [
    el('p', { class: 'question' }, 'What can this bot do?'),
    el('p', { class: 'description', dir: 'auto' }, description),
  ];
}

function emptyText(type: string | undefined): string {
  return type === 'channel'
    ? 'Nothing has been posted in this channel yet. Its posts will appear here.'
    : 'Nobody has written here yet. Type / to see what the bot can do.';
}
