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
