import type { Enclosure, Entry, Media, Picture } from '../model.ts';
import { webUrl } from './links.ts';
import { oneLine } from './plain.ts';
import type { TreeNode } from './tree.ts';

/** The only forms that Telegram plays in a chat (core.telegram.org/bots/api#sendaudio, #sendvideo). */
const AUDIO_TYPE = /^audio\/(?:mpeg|mp3|mp4|x-m4a|m4a|aac)\b/i;
const VIDEO_TYPE = /^video\/(?:mp4|x-m4v)\b/i;
const AUDIO_PATH = /\.(?:mp3|m4a)$/i;
const VIDEO_PATH = /\.(?:mp4|m4v)$/i;

type Found = Pick<Media, 'kind' | 'url'> & Partial<Media>;

/** What is to be heard or watched: an enclosure, else a player in a body that has no picture of its own. There, beside
 *  a picture, it is a read-aloud version or an illustration, and the article is to be read. */
export function recordingOf(body: TreeNode, entry: Entry, hero: Picture | null): Media | null {
  const found = enclosed(entry) ?? (isOwn(hero, entry, body) ? null : embedded(body));
  if (found === null) return null;
  return {
    title: oneLine(entry.title),
    performer: oneLine(entry.author ?? ''),
    durationSeconds: null,
    sizeBytes: null,
    ...found,
  };
}

/** An article that does not name its recording ends with it: too large for Telegram, it is still one tap away. */
export function withRecording(markdown: string, media: Media | null): string {
  if (media === null || markdown.includes(media.url)) return markdown;
  const label = media.kind === 'audio' ? '🎧 Audio' : '▶ Video';
  return `${markdown}\n\n[${label}](<${media.url}>)`.trim();
}

function enclosed({ enclosures, baseUrl }: Entry): Found | null {
  for (const { url: address, type, durationSeconds, sizeBytes } of enclosures) {
    const url = webUrl(address, baseUrl);
    const kind = url === null ? null : kindOf(type, url);
    if (url !== null && kind !== null) return { kind, url, durationSeconds, sizeBytes };
  }
  return null;
}

/** Players have become links by now (`settleEmbeds`). */
function embedded(body: TreeNode): Found | null {
  for (const { attributes } of body.find('A')) {
    const { player, href = '' } = attributes;
    if (!player) continue;
    const kind = kindOf(null, href);
    if (kind === 'video' && player === 'silent') return { kind: 'animation', url: href };
    if (kind !== null) return { kind, url: href };
  }
  return null;
}

function isOwn(hero: Picture | null, entry: Entry, body: TreeNode): boolean {
  if (hero === null) return false;
  const isPoster = body.find('A').some(({ attributes }) => attributes.poster === hero.url);
  return !isPoster || entry.pictures.length > 0;
}

function kindOf(type: Enclosure['type'], url: string): 'audio' | 'video' | null {
  if (type && AUDIO_TYPE.test(type)) return 'audio';
  if (type && VIDEO_TYPE.test(type)) return 'video';
  if (type && !/octet-stream$/i.test(type)) return null;
  const path = URL.parse(url)?.pathname ?? '';
  if (AUDIO_PATH.test(path)) return 'audio';
  return VIDEO_PATH.test(path) ? 'video' : null;
}
