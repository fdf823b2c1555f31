import { el } from './dom.ts';

const TALLEST_PX = 220;

export type Draft = {
  element: HTMLTextAreaElement;
  text(): string;
  write(text: string): void;
  /** Puts away what was being written, and takes up what was left unsent in the other place. */
  moveTo(place: string): void;
};

/** The text being written. It grows with its lines; each place keeps its own. */
export function createDraft(typed: (text: string) => void): Draft {
  const element = el('textarea', {
    rows: 1,
    placeholder: 'Message',
    'aria-label': 'Message',
    'data-testid': 'composer',
    dir: 'auto',
    maxlength: 4096,
  });
  const unsent = new Map<string, string>();
  let place = '';
  element.addEventListener('input', () => {
    grow();
    typed(element.value);
  });
  return { element, text: () => element.value, write, moveTo };

  function write(text: string): void {
    element.value = text;
    grow();
  }

  function moveTo(next: string): void {
    if (next === place) return;
    unsent.set(place, element.value);
    place = next;
    write(unsent.get(next) ?? '');
  }

  function grow(): void {
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, TALLEST_PX)}px`;
  }
}
