import { z } from 'zod';
import { ACCESSES } from '../relay/rights.ts';
import { about, rate, text } from './kinds.ts';
import { countOf, localeOf, timeZoneOf } from './written.ts';

const feedCount = text('a number of feeds from 1 to 100000', countOf);

/** Whom the bot serves, how much of it they may take, and in which words. */
export const PEOPLE = {
  access: about(
    z.enum(ACCESSES, { error: 'must be “open”, “catalogue” or “approved”' }).default('catalogue'),
    {
      meaning:
        'Who may use the bot: `open` (everyone, and everyone may add feeds by address), `catalogue` (everyone, but only owners add; all others pick from the catalogue) or `approved` (only people and chats that an owner let in; others are told so, and the owners are asked). What an owner sets with /access goes before this.',
      form: '`open`, `catalogue` or `approved`',
      example: 'approved',
    },
  ),
  quotaFeeds: about(feedCount.prefault('50'), {
    meaning: 'How many feeds one chat may follow. Owners may take all.',
    form: 'a number',
    example: '200',
  }),
  quotaNewFeeds: about(feedCount.prefault('20'), {
    meaning:
      'How many feeds outside the catalogue one person may bring, and how many of them within a day.',
    form: 'a number',
    example: '5',
  }),
  quotaRequests: about(rate.prefault('30/m'), {
    meaning:
      'How many commands and presses of buttons one person may send; and as many searches after the bot’s name in any chat.',
    form: 'a number per `s`, `m` or `h`',
    example: '60/m',
  }),
  language: about(text('a language such as en or zh', localeOf).prefault('en'), {
    meaning: 'For chats that chose none.',
    form: 'a language',
    example: 'zh',
  }),
  timezone: about(text('a time zone such as Europe/Paris', timeZoneOf).prefault('UTC'), {
    meaning: 'For chats that chose none, and for the days of the archive.',
    form: 'a time zone',
    example: 'Europe/Paris',
  }),
};
