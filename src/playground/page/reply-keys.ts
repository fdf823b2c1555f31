import type { Actions, Part } from './actions.ts';
import { el } from './dom.ts';
import { openChat, type View } from './view.ts';

/** The bot's reply keyboard: each key says its own label. */
export function createReplyKeys(actions: Actions): Part {
  const element = el('div', { class: 'reply-keys' });
  return { element, render };

  function render(view: View): void {
    const last = openChat(view)?.messages.findLast((it) => it.reply_markup?.keyboard);
    const rows = last?.reply_markup?.keyboard ?? [];
    element.replaceChildren(...rows.map((row) => el('div', {}, ...row.map(key))));
  }

  function key({ text }: { text: string }): HTMLElement {
    return el('button', { type: 'button', onclick: () => actions.say(text) }, text);
  }
}
