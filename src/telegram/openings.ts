import type { EpochMs } from '../model.ts';
import type { OpenedPicture, OpenPicture } from './pictures.ts';
import type { KnownFiles } from './sharing.ts';

/** Pictures opened before their posts are sent, so that no post holds a place in flight while a slow server answers. */
export type Openings = {
  /** Resolves when the picture needs no more fetching, whether it can be had or not; null when it needs none now. */
  ahead(url: string): Promise<void> | null;
  open: OpenPicture;
  /** The picture has become a Telegram file: its bytes are of no more use. */
  close(url: string): void;
};

/** Together; what was opened first goes first, and is opened again when its post is sent after all. */
const KEPT_BYTES = 64_000_000;
const KEPT = 500;
/** What could not be had is not asked for again at once. */
const FAILURE_MS = 10 * 60_000;

type Opened = OpenedPicture | 'known';
type Kept = { picture: Opened; until: EpochMs };

export type OpeningsDeps = {
  openPicture: OpenPicture;
  files: Pick<KnownFiles, 'fileId'>;
  now: () => EpochMs;
};

export function createOpenings({ openPicture, files, now }: OpeningsDeps): Openings {
  const opened = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Opened>>();
  let keptBytes = 0;

  return { ahead, open, close: (url) => keep(url, 'known') };

  function ahead(url: string): Promise<void> | null {
    if (!underWay.has(url) && early(url) !== null) return null;
    const opening = underWay.get(url) ?? begin(url, () => known(url));
    // A store that fails is met again by the delivery, and reported there.
    return opening.then(
      () => undefined,
      () => undefined,
    );
  }

  async function open(url: string): Promise<OpenedPicture> {
    const picture = (await underWay.get(url)) ?? early(url);
    return picture === null || picture === 'known' ? begin(url, () => openPicture(url)) : picture;
  }

  function early(url: string): Opened | null {
    const kept = opened.get(url);
    return kept && kept.until > now() ? kept.picture : null;
  }

  function begin<Found extends Opened>(url: string, run: () => Promise<Found>): Promise<Found> {
    const opening = run()
      .then((picture) => {
        keep(url, picture);
        return picture;
      })
      .finally(() => underWay.delete(url));
    underWay.set(url, opening);
    return opening;
  }

  async function known(url: string): Promise<Opened> {
    return (await files.fileId(url)) === null ? openPicture(url) : 'known';
  }

  function keep(url: string, picture: Opened): void {
    drop(url);
    const isFailure = picture !== 'known' && picture.kind !== 'ready';
    opened.set(url, {
      picture,
      until: isFailure ? now() + FAILURE_MS : Number.POSITIVE_INFINITY,
    });
    keptBytes += bytesOf(picture);
    for (const oldest of opened.keys()) {
      if (opened.size <= KEPT && keptBytes <= KEPT_BYTES) return;
      drop(oldest);
    }
  }

  function drop(url: string): void {
    keptBytes -= bytesOf(opened.get(url)?.picture ?? 'known');
    opened.delete(url);
  }
}

function bytesOf(picture: Opened): number {
  if (picture === 'known' || picture.kind !== 'ready') return 0;
  return picture.bytes.byteLength + (picture.moving?.byteLength ?? 0);
}
