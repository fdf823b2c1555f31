import { el } from './dom.ts';

const HUES = 7;

/** A round sign with a name's initials; the colour always is the same for the same id. */
export function avatar(id: number, name: string): HTMLElement {
  const initials = name
    .split(/\s+/)
    .map((word) => [...word].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '')
    .join('')
    .slice(0, 2);
  return el(
    'span',
    { class: `avatar hue-${hueOf(id)}`, 'aria-hidden': 'true' },
    initials.toUpperCase() || '•',
  );
}

export function botAvatar(): HTMLElement {
  return el('img', { class: 'avatar', src: '/page/mark.svg', alt: '' });
}

/** 0…6, for the colour of an avatar or a name. */
export function hueOf(id: number): number {
  return Math.abs(id) % HUES;
}
