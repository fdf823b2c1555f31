import type { Part } from './actions.ts';
import { el } from './dom.ts';
import type { JournalLine } from './journal-lines.ts';
import { clockSeconds } from './time.ts';
import type { View } from './view.ts';

/** The log, newest first; it begins with what happened before the page was opened. */
export function createJournal(): Part {
  const element = el('ol', {
    class: 'journal',
    'data-testid': 'journal',
    tabindex: 0,
    'aria-label': 'What the bot did, newest first',
  });
  let shown: JournalLine[] | null = null;
  return {
    element,
    render(view: View) {
      if (view.journal === shown) return;
      shown = view.journal;
      const lines = view.journal.toReversed().map((line) => journalLine(line, view));
      element.replaceChildren(...(lines.length > 0 ? lines : [el('li', {}, 'Nothing yet.')]));
    },
  };
}

function journalLine(line: JournalLine, view: View): HTMLElement {
  const chat = view.world.chats.find((it) => it.id === line.chatId);
  const times = line.times > 1 ? ` ×${line.times}` : '';
  return el(
    'li',
    { 'data-tone': line.tone },
    el('time', {}, clockSeconds(line.atMs)),
    el('span', { dir: 'auto' }, line.text + times),
    chat ? el('small', { dir: 'auto' }, chat.title) : null,
  );
}
