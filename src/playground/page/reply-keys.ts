import type { ShownReplyKey } from '../protocol.ts';
import type { Actions, Part } from './actions.ts';
import { chooseChat } from './chooser.ts';
import { el } from './dom.ts';
import { openChat, type View } from './view.ts';

/** The bot's reply keyboard, until it says something else: a key says its own label, or asks for a chat. */
export function createReplyKeys(actions: Actions): Part {
  const element = el('div', { class: 'reply-keys' });
  return { element, render };

  function render(view: View): void {
    const last = openChat(view)?.messages.findLast((it) => it.from?.is_bot === true);
    const rows = last?.reply_markup?.keyboard ?? [];
    element.replaceChildren(
      ...rows.map((row) => el('div', {}, ...row.map((told) => key(told, view)))),
    );
  }

  function key({ text, request_chat: asked }: ShownReplyKey, view: View): HTMLElement {
    const onclick = () => (asked ? chooseChat(text, asked, { view, actions }) : actions.say(text));
    return el('button', { type: 'button', 'data-testid': 'reply-key', onclick }, text);
  }
}
