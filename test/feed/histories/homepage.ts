import { type History, rss, type Written, written } from './history.ts';

/** All of them lead to the front page, and the feed holds one at a time, beside its stories. */
const notice = (name: string): Written => {
  const { guid: _, date: __, ...rest } = written(name, { link: 'https://paper.example/' });
  return rest;
};

const stories = [written('Ann'), written('Ben')];

export const homepage: History = {
  claim: 'notices that all link to the front page are told apart',
  fetches: [
    { document: rss(notice('Cem'), ...stories), sent: [] },
    { document: rss(notice('Dee'), ...stories), sent: ['What Dee did'] },
    { document: rss(notice('Eve'), ...stories), sent: ['What Eve did'] },
    { document: rss(notice('Eve')), sent: [] },
    { document: rss(notice('Fay')), sent: ['What Fay did'] },
  ],
};
