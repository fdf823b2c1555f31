import type { Actions, Part } from './actions.ts';
import { el, icon } from './dom.ts';
import { TOUR, TOUR_END } from './tour-steps.ts';
import type { TourLine, TourState, View } from './view.ts';

const MARKS: Record<TourLine['kind'], string> = { did: '▸', seen: '✓', missed: '!' };

/** The card that shows a newcomer around: which step this is, what it is about, and what is to be done. */
export function createTour(element: HTMLElement, { tour }: Pick<Actions, 'tour'>): Part {
  let shown: TourState | null = null;
  return { element, render };

  function render(view: View): void {
    if (view.tour === shown) return;
    const hadFocus = element.contains(document.activeElement);
    const isOther = shown?.phase !== view.tour?.phase || shown?.at !== view.tour?.at;
    shown = view.tour;
    element.hidden = shown === null;
    element.replaceChildren(...(shown ? card(shown) : []));
    if (shown && (hadFocus || isOther)) element.querySelector<HTMLElement>('.start')?.focus();
  }

  function card(state: TourState): HTMLElement[] {
    const step = TOUR[state.at];
    const title = step ? `${state.at + 1} of ${TOUR.length} · ${step.title}` : 'The end';
    return [
      el(
        'header',
        {},
        el('h2', { 'data-testid': 'tour-title' }, title),
        el(
          'button',
          {
            type: 'button',
            class: 'round',
            'aria-label': 'End the tour',
            onclick: () => tour.end(),
          },
          icon('close'),
        ),
      ),
      el('progress', { max: TOUR.length, value: state.at, 'aria-label': 'How far the tour is' }),
      el('p', {}, step?.tells ?? TOUR_END.page),
      lines(state.lines),
      el('footer', {}, ...buttons(state)),
    ];
  }

  function buttons({ phase }: TourState): HTMLElement[] {
    switch (phase) {
      case 'told':
        return [primary('Show me', () => void tour.perform()), plain('Skip', () => tour.next())];
      case 'doing':
        return [el('button', { type: 'button', class: 'start', disabled: true }, 'Look …')];
      case 'done':
        return [primary('Next', () => tour.next())];
      case 'missed':
        return [plain('Try again', () => void tour.perform()), primary('Next', () => tour.next())];
      case 'over':
        return [primary('Done', () => tour.end())];
    }
  }
}

/** The latest of what happened: a card is no log. */
function lines(told: TourLine[]): HTMLElement {
  const rows = told
    .slice(-3)
    .map(({ kind, text }) =>
      el(
        'li',
        { 'data-kind': kind, 'data-testid': `tour-${kind}` },
        el('span', { 'aria-hidden': 'true' }, MARKS[kind]),
        el('span', { dir: 'auto' }, text),
      ),
    );
  return el('ol', { 'aria-live': 'polite' }, ...rows);
}

function primary(label: string, onclick: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'start', onclick }, label);
}

function plain(label: string, onclick: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'plain', onclick }, label);
}
