import type { ShownBlock } from '../protocol.ts';
import type { Scene } from './actions.ts';
import { el } from './dom.ts';
import { type PhotoSize, picture } from './picture.ts';
import { richText } from './rich-text.ts';
import { plainOf } from './summary.ts';
import { wire } from './wire.ts';

type Caption = { text?: unknown; credit?: unknown };

/** How the media blocks of a rich message are drawn, by block type. */
export const MEDIA: Record<string, (block: ShownBlock, scene: Scene) => Node> = {
  photo: (block, scene) => {
    const sizes = Array.isArray(block.photo) ? (block.photo as PhotoSize[]) : [];
    return figure(picture(sizes, plainOf(captionOf(block).text) || 'Picture'), block, scene);
  },
  video: (block, scene) => figure(video(block.video), block, scene),
  animation: (block, scene) => figure(video(block.animation), block, scene),
  audio: (block, scene) => figure(audio(block.audio), block, scene),
  voice_note: (block, scene) => figure(audio(block.voice_note), block, scene),
  document: (block, scene) => figure(file(block.document), block, scene),
  map: (block, scene) => figure(map(block.location), block, scene),
};

/** A file to download, as a row with its name. */
export function file(told: unknown): HTMLElement {
  const { file_id = '', file_name = 'File' } = (told ?? {}) as Record<string, string>;
  return el('a', { class: 'file', href: wire.fileUrl(file_id), download: file_name }, file_name);
}

function figure(content: HTMLElement, block: ShownBlock, scene: Scene): HTMLElement {
  const { text, credit } = captionOf(block);
  const caption = [
    ...richText(text, scene),
    ...(credit ? [el('cite', { dir: 'auto' }, ...richText(credit, scene))] : []),
  ];
  return el(
    'figure',
    {},
    content,
    caption.length > 0 ? el('figcaption', { dir: 'auto' }, ...caption) : null,
  );
}

function captionOf(block: ShownBlock): Caption {
  return (block.caption ?? {}) as Caption;
}

function video(told: unknown): HTMLElement {
  return el('video', { src: sourceOf(told), controls: true, preload: 'metadata' });
}

function audio(told: unknown): HTMLElement {
  return el('audio', { src: sourceOf(told), controls: true, preload: 'none' });
}

function sourceOf(told: unknown): string {
  return wire.fileUrl(String((told as { file_id?: string } | undefined)?.file_id ?? ''));
}

/** There are no map tiles offline: the place is named by its coordinates. */
function map(told: unknown): HTMLElement {
  const { latitude = 0, longitude = 0 } = (told ?? {}) as Record<string, number>;
  return el('div', { class: 'map' }, `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`);
}
