import type { ShownRequest } from '../protocol.ts';
import type { Actions } from './actions.ts';
import { chatAvatar } from './chat-list.ts';
import { el } from './dom.ts';
import { type View, visibleChats } from './view.ts';

/** Asks for a chat, as Telegram does after a key that wants one: of the kind wanted, where this person may do enough. */
export function chooseChat(
  title: string,
  asked: ShownRequest,
  where: { view: View; actions: Actions },
): void {
  const { view, actions } = where;
  const chats = visibleChats(view).filter(
    (chat) =>
      chat.type !== 'private' &&
      (chat.type === 'channel') === asked.chat_is_channel &&
      (asked.user_administrator_rights === undefined ||
        chat.members.some(
          ({ userId, status }) => userId === view.me && /^creator|^admin/.test(status),
        )),
  );
  const rows = chats.map((chat) => {
    const choose = () => {
      dialog.close();
      actions.share(asked.request_id, chat.id);
    };
    const row = el('button', { type: 'button', class: 'choice', onclick: choose });
    row.append(chatAvatar(view, chat), el('span', { dir: 'auto' }, chat.title));
    return row;
  });
  const dialog = el(
    'dialog',
    { class: 'alert', 'data-testid': 'chooser', 'aria-label': title },
    el('h2', { dir: 'auto' }, title),
    ...(rows.length > 0 ? rows : [el('p', {}, 'There is none here in which you may do that.')]),
    el(
      'form',
      { method: 'dialog' },
      el('button', { class: 'plain', 'data-testid': 'choose-none' }, 'Cancel'),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
