import type { Actions, Part } from './actions.ts';
import { avatar } from './avatar.ts';
import { el } from './dom.ts';
import type { View } from './view.ts';

/** Who is writing: their face, which opens the list of all people. */
export function createWriter(actions: Actions): Part {
  const select = el('select', {
    'aria-label': 'Writing as',
    'data-testid': 'writing-as',
    onchange: () => actions.writeAs(Number(select.value)),
  });
  const element = el('label', { class: 'writer' });
  let shown = '';
  return { element, render };

  /** Made anew only when it changes: an open list must not be taken away from under the pointer. */
  function render({ me, world }: View): void {
    const key = `${me}/${world.users.length}`;
    if (key === shown) return;
    shown = key;
    const name = world.users.find((user) => user.id === me)?.first_name ?? '';
    select.replaceChildren(
      ...world.users.map((user) =>
        el('option', { value: user.id, selected: user.id === me }, `Write as ${user.first_name}`),
      ),
    );
    element.title = `Writing as ${name}`;
    element.replaceChildren(avatar(me, name), select);
  }
}
