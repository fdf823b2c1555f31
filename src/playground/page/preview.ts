import type { ShownMessage } from '../protocol.ts';
import type { Scene } from './actions.ts';
import { anchor } from './anchor.ts';
import { el } from './dom.ts';

/** The card of the linked page; null when the message has none, or asked for none. */
export function linkPreview(message: ShownMessage, scene: Scene): HTMLElement | null {
  const { preview, link_preview_options: options } = message;
  if (!preview || options?.is_disabled === true) return null;
  const isLarge = options?.prefer_large_media === true;
  const words = el(
    'span',
    { class: 'preview-words' },
    el('strong', { class: 'preview-site', dir: 'auto' }, preview.site),
    preview.title ? el('strong', { dir: 'auto' }, preview.title) : null,
    preview.description
      ? el('span', { dir: 'auto', class: 'preview-text' }, preview.description)
      : null,
  );
  return anchor(
    preview.url,
    scene,
    { class: 'preview', 'data-size': isLarge ? 'large' : 'small', 'data-testid': 'preview' },
    words,
    preview.picture === null ? null : previewPicture(preview.picture),
  );
}

function previewPicture(url: string): HTMLElement {
  const frame = el('span', { class: 'preview-picture' });
  const image = el('img', { src: url, alt: '', decoding: 'async' });
  image.addEventListener('load', () => image.classList.add('loaded'));
  image.addEventListener('error', () => frame.remove());
  frame.append(image);
  return frame;
}
