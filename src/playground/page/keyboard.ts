import type { ShownButton } from '../protocol.ts';
import type { Scene } from './actions.ts';
import { anchor } from './anchor.ts';
import { type Attributes, el, icon } from './dom.ts';

/** The buttons under a message. */
export function keyboard(rows: ShownButton[][], scene: Scene): HTMLElement {
  return el(
    'div',
    { class: 'keyboard', 'data-testid': 'keyboard' },
    ...rows.map((row) => keyboardRow(row, scene, { class: 'keys' })),
  );
}

export function keyboardRow(
  buttons: ShownButton[],
  scene: Scene,
  attributes: Attributes,
): HTMLElement {
  return el('div', attributes, ...buttons.map((it) => button(it, scene)));
}

/** One button, which shows that it works until the bot has answered. */
export function button(told: ShownButton, scene: Scene): HTMLElement {
  const { text, url, callback_data: data, copy_text: copied, style } = told;
  const attributes = { class: 'key', 'data-style': style, 'data-testid': 'key' };
  const label = el('span', { dir: 'auto' }, text);
  if (url !== undefined) return anchor(url, scene, attributes, label, icon('out'));

  const key = el('button', { ...attributes, type: 'button' }, label);
  key.disabled = told.disabled !== undefined || (data === undefined && copied === undefined);
  if (copied) {
    key.append(icon('copy'));
    key.addEventListener('click', () => scene.actions.copy(copied.text));
  }
  if (data !== undefined) key.addEventListener('click', () => press(key, data, scene));
  return key;
}

async function press(key: HTMLButtonElement, data: string, scene: Scene): Promise<void> {
  if (key.getAttribute('aria-busy') === 'true') return;
  key.setAttribute('aria-busy', 'true');
  await scene.actions.press(scene.message, data);
  key.removeAttribute('aria-busy');
}
