import type { Api } from 'grammy';
import type { Media, Rung } from '../model.ts';
import type { Answer } from './answer.ts';
import type { Attachments } from './attachments.ts';

/** The ways to send a post that show or play something, with the post's words as the caption. */
export type IllustratedRung = Extract<Rung, { kind: 'photo' | 'album' | Media['kind'] }>;

export type IllustratedApi = Pick<
  Api,
  'sendPhoto' | 'sendAnimation' | 'sendMediaGroup' | 'sendAudio' | 'sendVideo'
>;

type Options = Parameters<Api['sendPhoto']>[2] & Parameters<Api['sendMediaGroup']>[2];

export type SendIllustrated = (
  chatId: number,
  rung: IllustratedRung,
  options: Options,
) => Promise<Answer>;

/** Feeds also give milliseconds, and nonsense. */
const LONGEST_SECONDS = 24 * 3_600;

export function createSendIllustrated(
  api: IllustratedApi,
  { photos, albums, recordings }: Pick<Attachments, 'photos' | 'albums' | 'recordings'>,
): SendIllustrated {
  return (chatId, rung, placed) => {
    const caption = { caption: rung.caption.text, caption_entities: rung.caption.entities };
    const options = { ...placed, ...caption };
    switch (rung.kind) {
      case 'photo':
        return photos.send(rung.pictureUrl, {
          photo: (file) => api.sendPhoto(chatId, file, options),
          animation: (file) => api.sendAnimation(chatId, file, options),
        });
      case 'album':
        return albums.send(rung.pictureUrls, (files) =>
          api.sendMediaGroup(
            chatId,
            files.map((media, index) => ({
              ...{ type: 'photo', media },
              ...(index === 0 && caption),
            })),
            placed,
          ),
        );
      case 'audio':
        return recordings.send(rung.media, (file) =>
          api.sendAudio(chatId, file, { ...options, ...audioFields(rung.media) }),
        );
      case 'video':
        return recordings.send(rung.media, (file) =>
          api.sendVideo(chatId, file, {
            ...options,
            ...durationOf(rung.media),
            supports_streaming: true,
          }),
        );
      case 'animation':
        return recordings.send(rung.media, (file) => api.sendAnimation(chatId, file, options));
    }
  };
}

export function isIllustrated(rung: Rung): rung is IllustratedRung {
  return /^(photo|album|audio|video|animation)$/.test(rung.kind);
}

function audioFields(media: Media) {
  const { title, performer } = media;
  return { title, ...(performer !== '' && { performer }), ...durationOf(media) };
}

/** Whole seconds, as the Bot API wants them. */
function durationOf({ durationSeconds }: Media): { duration?: number } {
  const duration = Math.round(durationSeconds ?? 0);
  return duration > 0 && duration <= LONGEST_SECONDS ? { duration } : {};
}
