import { type History, rss, type Written, written } from './history.ts';

/** All of them lead to the front page, and the feed holds one at a time. */
const notice = (name: string): Written => {
  const { guid: _, date: __, ...rest } = written(name, { link: 'https://paper.example/' });
  return rest;
};

export const homepage: History = {
  claim: 'notices that all link to the front page are told apart',
  fetches: [
    { document: rss(notice('Ann')), sent: [] },
    { document: rss(notice('Ben')), sent: ['What Ben did'] },
    { document: rss(notice('Cem')), sent: ['What Cem did'] },
    { document: rss(notice('Cem')), sent: [] },
  ],
};
