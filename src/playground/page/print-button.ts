import type { Actions, Part } from './actions.ts';
import { el } from './dom.ts';
import type { Printing, View } from './view.ts';

/** Has the sample site print an article, and rests until it has arrived. */
export function createPrintButton(actions: Actions): Part {
  const element = el('button', {
    type: 'button',
    class: 'print',
    'data-testid': 'print',
    onclick: () => void actions.printArticle(),
  });
  return {
    element,
    render({ printing }: View) {
      element.disabled = printing !== null;
      element.setAttribute('aria-busy', String(printing !== null));
      const label = labelOf(printing);
      if (element.textContent !== label) element.textContent = label;
    },
  };
}

function labelOf(printing: Printing | null): string {
  if (printing === null) return 'Print an article now';
  return printing.title === null ? 'Printing …' : `On its way: ${printing.title}`;
}
