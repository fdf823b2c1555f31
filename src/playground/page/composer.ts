import type { InlineAnswer } from '../inline-protocol.ts';
import type { ShownCommand } from '../protocol.ts';
import type { Actions, Part } from './actions.ts';
import { type CommandMenu, createCommandMenu } from './command-menu.ts';
import { el, icon } from './dom.ts';
import { createDraft } from './draft.ts';
import { createInlineMenu } from './inline-menu.ts';
import { createReplyBar } from './reply-bar.ts';
import { createReplyKeys } from './reply-keys.ts';
import { mayWrite, placeKey, type View } from './view.ts';
import { createWriter } from './writer.ts';

/** The foot of the middle pane: who writes, the command menu, the text. Enter sends, Shift+Enter breaks the line. */
export function createComposer(
  element: HTMLElement,
  actions: Actions,
  asked: {
    commands(): Promise<ShownCommand[]>;
    inline(query: string, offset: string): Promise<InlineAnswer>;
  },
): Part {
  const draft = createDraft(typed);
  const menu = createCommandMenu({ commands: asked.commands, chosen: send, completed });
  const inline = createInlineMenu({ actions, ask: asked.inline, done: clear });
  const reply = createReplyBar(actions);
  const writer = createWriter(actions);
  const keys = createReplyKeys(actions);
  const line = el(
    'div',
    { class: 'write-line' },
    writer.element,
    slashButton(menu),
    draft.element,
    sendButton(),
  );
  const form = el('form', {}, menu.element, inline.element, reply.element, line, keys.element);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (draft.text().trim() !== '') send(draft.text().trim());
  });
  draft.element.addEventListener('keydown', (event) => {
    if (event.isComposing || menu.takes(event) || inline.takes(event)) return;
    if (event.key === 'Escape') actions.replyTo(null);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  });
  element.append(form);
  return { element, render };

  function render(view: View): void {
    for (const part of [reply, writer, keys, inline]) part.render(view);
    draft.moveTo(placeKey(view.place));
    draft.element.disabled = !mayWrite(view);
    draft.element.placeholder = mayWrite(view) ? 'Message' : 'Only admins can post here';
  }

  function typed(text: string): void {
    if (/^\/\w*$/.test(text)) void menu.show(text.slice(1));
    else menu.close();
    inline.typed(text);
  }

  function completed(command: string): void {
    draft.write(`${command} `);
    menu.close();
  }

  function send(text: string): void {
    actions.say(text);
    clear();
    draft.element.focus();
  }

  function clear(): void {
    draft.write('');
    menu.close();
    inline.close();
  }
}

function slashButton(menu: CommandMenu): HTMLElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'round slash',
      'aria-label': 'Commands',
      title: 'Commands',
      'data-testid': 'command-button',
      onclick: () => (menu.isOpen() ? menu.close() : void menu.show('')),
    },
    '/',
  );
}

function sendButton(): HTMLElement {
  return el(
    'button',
    { class: 'round send', 'aria-label': 'Send', title: 'Send', 'data-testid': 'send' },
    icon('send'),
  );
}
