import type { Actions, Part } from './actions.ts';
import { createClock } from './clock.ts';
import { el, icon } from './dom.ts';
import { createJournal } from './journal.ts';
import { createPrintButton } from './print-button.ts';
import { createSwitches } from './switches.ts';
import type { View } from './view.ts';

const ABOUT =
  'Real: the program, the very one that runs with a token of Telegram. Pretended: Telegram, the people and the newspaper. All of it is on this computer, and is forgotten at the end.';

/** The right pane: play Telegram's part, and see what the bot did. */
export function createPanel(element: HTMLElement, actions: Actions): Part {
  const switches = createSwitches(actions);
  const printButton = createPrintButton(actions);
  const clock = createClock(actions);
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
      'Throw a switch, and see how the bot takes it: nothing may get lost.',
    ),
    printButton.element,
    clock.element,
    switches.element,
    el('h3', {}, 'What the bot did'),
    journal.element,
    el('h3', {}, 'About'),
    el(
      'button',
      { type: 'button', class: 'plain', onclick: () => actions.tour.begin() },
      'Take the tour',
    ),
    el('p', { class: 'hint', 'data-testid': 'about' }, ABOUT),
  );
  return {
    element,
    render(view: View) {
      printButton.render(view);
      clock.render(view);
      switches.render(view);
      journal.render(view);
    },
  };
}
