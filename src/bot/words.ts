import type { PostWords } from '../relay/posts.ts';
import type { BundleKind } from '../store/bundles.ts';
import type { Chat } from '../store/schema.ts';
import { failureText, hostOf } from './failures.ts';
import { dayIn, longDayIn } from './moments.ts';
import type { Texts } from './texts.ts';

type Defaults = { language: string; timeZone: string };

const HEADINGS: Record<BundleKind, string> = {
  digest: 'bundle-digest',
  many: 'bundle-many',
  missed: 'bundle-missed',
  old: 'bundle-old',
};

/** What is said around articles and of feeds, in the language and time zone of each chat. */
export function wordsIn(texts: Texts, defaults: Defaults): (chat: Chat) => PostWords {
  return ({ kind: chatKind, language, languageHint, timeZone }) => {
    const spoken = language ?? languageHint ?? defaults.language;
    const say = texts.say(spoken);
    return {
      read: say('read'),
      open: say('open'),
      whole: say('whole'),
      also: (sources) => say('also', { sources: sources.join(', ') }),
      bundle(kind, { count, at }) {
        const date = longDayIn(at, timeZone ?? defaults.timeZone, texts.closest(spoken) ?? 'en');
        return say(HEADINGS[kind], { count, ...(kind === 'digest' && { date }) });
      },
      bundleRest(kind, count) {
        if (count === 0) return '';
        if (kind === 'digest') return say('bundle-continued');
        return say(chatKind === 'channel' ? 'bundle-more-channel' : 'bundle-more', { count });
      },
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
          case 'shut':
            return say(`shut-${notice.how}`, { chat: notice.chat, title });
        }
      },
    };
  };
}
