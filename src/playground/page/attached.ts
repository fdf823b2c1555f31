import type { ShownFile, ShownMessage } from '../protocol.ts';
import type { Scene } from './actions.ts';
import { el } from './dom.ts';
import { picture } from './picture.ts';
import { file } from './rich-media.ts';
import { wire } from './wire.ts';

/** What a message shows or plays above its caption: a picture, an album, a recording, a file. */
export function attached({ message, album }: Scene): HTMLElement | null {
  if (album) return mosaic(album);
  const { photo, animation, video, audio, document } = message;
  if (photo) return picture(photo, 'Picture of this post');
  if (animation) return moving(animation);
  if (video) return film(video);
  if (audio) return player(audio);
  return document ? file(document) : null;
}

/** Whether what is attached fills the bubble from edge to edge. */
export function isFramed({ photo, animation, video }: ShownMessage): boolean {
  return (photo ?? animation ?? video) !== undefined;
}

function mosaic(album: ShownMessage[]): HTMLElement {
  const pictures = album.flatMap(({ photo }) => (photo ? [photo] : []));
  return el(
    'div',
    { class: 'album picture', 'data-testid': 'album', 'data-odd': pictures.length % 2 === 1 },
    ...pictures.map((sizes, index) => picture(sizes, `Picture ${index + 1} of this album`)),
  );
}

/** Telegram would make a film of a GIF; here it stays one. */
function moving(animation: ShownFile): HTMLElement {
  const source = { src: wire.fileUrl(animation.file_id), 'data-testid': 'animation' };
  return animation.mime_type === 'video/mp4'
    ? el('video', { ...source, class: 'film', autoplay: true, loop: true, muted: true })
    : el('img', { ...source, class: 'film', alt: 'Animation of this post' });
}

function film({ file_id }: ShownFile): HTMLElement {
  return el('video', {
    class: 'film',
    'data-testid': 'video',
    src: wire.fileUrl(file_id),
    controls: true,
    preload: 'metadata',
  });
}

function player({ file_id, title, performer, duration }: NonNullable<ShownMessage['audio']>) {
  const length = duration
    ? ` · ${Math.floor(duration / 60)}:${`${duration % 60}`.padStart(2, '0')}`
    : '';
  return el(
    'div',
    { class: 'player', 'data-testid': 'audio' },
    el('strong', { dir: 'auto' }, title ?? 'Audio'),
    el('span', { dir: 'auto' }, `${performer ?? ''}${length}`),
    el('audio', { src: wire.fileUrl(file_id), controls: true, preload: 'none' }),
  );
}
