import type { Actions } from './actions.ts';
import { type Attributes, type Child, el } from './dom.ts';
import { targetOf } from './links.ts';
import type { View } from './view.ts';

/** A link: inside the playground it acts on the page, to the outside it opens a new tab, and an unsafe one is mere text. */
export function anchor(
  url: string,
  around: { view: View; actions: Actions },
  attributes: Attributes,
  ...children: Child[]
): HTMLElement {
  const target = targetOf(url, around.view.world);
  if (target.kind === 'nowhere') return el('span', attributes, ...children);
  return el(
    'a',
    {
      ...attributes,
      href: target.kind === 'outside' ? target.url : url,
      title: attributes.title ?? url,
      target: '_blank',
      rel: 'noopener noreferrer',
      onclick: (event) => {
        if (around.actions.follow(url)) event.preventDefault();
      },
    },
    ...children,
  );
}
