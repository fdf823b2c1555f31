import { type Child, el } from './dom.ts';

/** Hidden text that a click or Enter uncovers for good. */
export function spoiler(...children: Child[]): HTMLElement {
  const hidden = el('span', {
    class: 'spoiler',
    role: 'button',
    tabindex: 0,
    'aria-label': 'Hidden text: show',
  });
  hidden.append(el('span', {}, ...children));
  hidden.addEventListener('click', show);
  hidden.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') show(event);
  });
  return hidden;

  function show(event: Event): void {
    if (hidden.classList.contains('shown')) return;
    event.preventDefault();
    hidden.classList.add('shown');
    for (const name of ['role', 'tabindex', 'aria-label']) hidden.removeAttribute(name);
  }
}
