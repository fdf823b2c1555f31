import type { Actions, Part } from './actions.ts';
import { el, icon } from './dom.ts';
import { createJournal } from './journal.ts';
import { createSwitches } from './switches.ts';
import type { View } from './view.ts';

/** The right pane: play Telegram's part, and see what the bot did. */
export function createPanel(element: HTMLElement, actions: Actions): Part {
  const switches = createSwitches(actions);
  const journal = createJournal();
  element.append(
    el(
      'header',
      {},
      el('h2', {}, 'Play Telegram'),
      el(
        'button',
        {
          type: 'button',
          class: 'round',
          'aria-label': 'Close this panel',
          'data-testid': 'close-panel',
          onclick: () => actions.togglePanel(),
        },
        icon('close'),
      ),
    ),
    el(
      'p',
      { class: 'hint' },
      'Everything here happens on this computer. Throw a switch, and see how the bot takes it: nothing may get lost.',
    ),
    switches.element,
    el('h3', {}, 'What the bot did'),
    journal.element,
  );
  return {
    element,
    render(view: View) {
      switches.render(view);
      journal.render(view);
    },
  };
}
