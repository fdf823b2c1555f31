import { el } from './dom.ts';

export type Picker = {
  element: HTMLElement;
  /** Shows these options and selects the first; none at all hides the list. */
  show(options: HTMLElement[]): void;
  /** Selects the next (1) or the previous (-1) option, round the ends. */
  move(by: 1 | -1): void;
  selected(): HTMLElement | null;
};

/** A list box whose selection is moved from elsewhere, and follows the pointer. */
export function createPicker(label: string, testId: string): Picker {
  const element = el('div', {
    class: testId,
    role: 'listbox',
    'aria-label': label,
    'data-testid': testId,
    hidden: true,
  });
  let options: HTMLElement[] = [];
  let at = 0;
  element.addEventListener('pointermove', ({ target }) => {
    const under = options.findIndex((it) => target instanceof Node && it.contains(target));
    if (under >= 0) select(under);
  });
  return {
    element,
    show(shown) {
      options = shown;
      element.hidden = shown.length === 0;
      element.replaceChildren(...shown);
      select(0);
    },
    move: (by) => select((at + by + options.length) % options.length),
    selected: () => options[at] ?? null,
  };

  function select(chosen: number): void {
    at = chosen;
    options.forEach((it, index) => {
      it.setAttribute('aria-selected', String(index === at));
    });
    options[at]?.scrollIntoView({ block: 'nearest' });
  }
}
