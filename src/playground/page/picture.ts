import { el } from './dom.ts';
import { wire } from './wire.ts';

export type PhotoSize = { file_id: string; width: number; height: number };

/** The largest size of a photo in a frame of its shape, so that nothing moves when it arrives. */
export function picture(sizes: PhotoSize[], alt: string): HTMLElement {
  const largest = sizes.toSorted((a, b) => b.width - a.width)[0];
  if (!largest) return el('div', { class: 'picture' });
  const { width, height } = largest;
  const image = el('img', {
    src: wire.fileUrl(largest.file_id),
    alt,
    width,
    height,
    decoding: 'async',
  });
  image.addEventListener('load', () => image.classList.add('loaded'));
  const frame = el(
    'div',
    { class: 'picture', 'data-shape': height > width ? 'tall' : 'wide' },
    image,
  );
  frame.style.setProperty('--ratio', `${width} / ${height}`);
  return frame;
}
