import type { PostWords } from '../relay/posts.ts';
import type { Chat } from '../store/schema.ts';
import { failureText, hostOf } from './failures.ts';
import { dayIn } from './moments.ts';
import type { Texts } from './texts.ts';

type Defaults = { language: string; timeZone: string };

/** What is said around articles and of feeds, in the language and time zone of each chat. */
export function wordsIn(texts: Texts, defaults: Defaults): (chat: Chat) => PostWords {
  return ({ language, languageHint, timeZone }) => {
    const say = texts.say(language ?? languageHint ?? defaults.language);
    return {
      read: say('read'),
      open: say('open'),
      whole: say('whole'),
      also: (sources) => say('also', { sources: sources.join(', ') }),
      notice(notice, { title, url }) {
        const date = dayIn(notice.since, timeZone ?? defaults.timeZone);
        switch (notice.kind) {
          case 'failing':
            return say('health-failing', {
              title,
              date,
              reason: failureText(say, notice.reason, hostOf(url)),
            });
          case 'stale':
            return say('health-stale', { title, date });
          case 'well':
            return say('health-well', { title });
          case 'dead':
            return say('health-dead', { title, count: notice.count });
        }
      },
    };
  };
}
