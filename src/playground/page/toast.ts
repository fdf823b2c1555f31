import { byId, el } from './dom.ts';

const SHOWN_MS = 4000;

/** A short word at the foot of the page that goes by itself. */
export function toast(text: string): void {
  const box = el(
    'div',
    { class: 'toast', role: 'status', 'data-testid': 'toast', dir: 'auto' },
    text,
  );
  byId('toasts').replaceChildren(box);
  setTimeout(() => box.remove(), SHOWN_MS);
}

/** A word that waits until it has been read. */
export function alertBox(title: string, text: string): void {
  const dialog = el(
    'dialog',
    { class: 'alert', 'data-testid': 'alert', 'aria-label': title },
    el('h2', { dir: 'auto' }, title),
    el('p', { dir: 'auto' }, text),
    el('form', { method: 'dialog' }, el('button', { class: 'start' }, 'OK')),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
