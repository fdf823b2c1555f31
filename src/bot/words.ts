import type { PostWords } from '../relay/posts.ts';
import type { BundleKind } from '../store/bundles.ts';
import type { Chat } from '../store/schema.ts';
import { failureText, hostOf } from './failures.ts';
import { listed, localeOf } from './locale.ts';
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
    const say = texts.say(language ?? languageHint ?? defaults.language);
    const told = { timeZone: timeZone ?? defaults.timeZone, language: say.language };
    return {
      locale: localeOf(say.language),
      read: say('read'),
      open: say('open'),
      whole: say('whole'),
      also: (sources) => say('also', { sources: listed(sources, say.language) }),
      bundle(kind, { count, at }) {
        const date = longDayIn(at, told);
        return say(HEADINGS[kind], { count, ...(kind === 'digest' && { date }) });
      },
      bundleRest(kind, count) {
        if (count === 0) return '';
        if (kind === 'digest') return say('bundle-continued');
        return say(chatKind === 'channel' ? 'bundle-more-channel' : 'bundle-more', { count });
      },
      notice(notice, { title, url }) {
        const date = dayIn(notice.since, told);
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
