import { type History, rss, type Written } from './history.ts';

const titled = (title: string): Written => ({ title, text: '' });
const told = (text: string): Written => ({ text: `<p>${text}</p>` });

export const bare: History = {
  claim: 'entries without a link or a title are told apart by what they have',
  fetches: [
    { document: rss(titled('Rain'), told('A train was late.')), sent: [] },
    { document: rss(told('A train was late.'), titled('Rain')), sent: [] },
    {
      document: rss(titled('Snow'), told('A train was early.'), titled('Rain')),
      sent: ['A train was early.', 'Snow'],
    },
    { document: rss(titled('Snow'), told('A train was early.')), sent: [] },
  ],
};

const dated = (title: string, day: number): Written => ({
  title,
  date: `2026-11-${day}T06:00:00Z`,
  text: '<p>Please go another way, it will take a while.</p>',
});

export const recurring: History = {
  claim: 'a headline that comes back after days, with a date of its own, is new',
  fetches: [
    { document: rss(dated('Road closed', 20), dated('Fair', 19)), sent: [] },
    { document: rss(dated('Fair', 19)), sent: [] },
    { document: rss(dated('Road closed', 20), dated('Fair', 19)), sent: [] },
    { document: rss(dated('Fair', 19)), sent: [] },
    { document: rss(dated('Road closed', 25), dated('Fair', 19)), sent: ['Road closed'] },
    { document: rss(dated('Road closed', 25), dated('Fair', 19)), sent: [] },
  ],
};
