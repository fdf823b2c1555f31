import type { Actions, Part } from './actions.ts';
import { el, icon } from './dom.ts';
import { summaryOf } from './summary.ts';
import { senderName, type View } from './view.ts';

/** Over the text: the message that is being replied to, if any. */
export function createReplyBar(actions: Actions): Part {
  const element = el('div', { class: 'replying' });
  return { element, render };

  function render(view: View): void {
    const { replyTo } = view;
    element.hidden = replyTo === null;
    if (!replyTo) return;
    element.replaceChildren(
      icon('reply'),
      el(
        'div',
        {},
        el('strong', { dir: 'auto' }, `Reply to ${senderName(view, replyTo)}`),
        el('span', { dir: 'auto' }, summaryOf(replyTo)),
      ),
      el(
        'button',
        { type: 'button', 'aria-label': 'Do not reply', onclick: () => actions.replyTo(null) },
        icon('close'),
      ),
    );
  }
}
