import { type History, rss, type Written, written } from './history.ts';

const nameless = (...names: string[]): Written[] =>
  names.map((name) => {
    const { guid: _, ...rest } = written(name);
    return rest;
  });

export const withoutIds: History = {
  claim: 'a feed without ids is known by its links',
  fetches: [
    { document: rss(...nameless('Ann', 'Ben')), sent: [] },
    { document: rss(...nameless('Dee', 'Ann', 'Ben')), sent: ['What Dee did'] },
    {
      document: rss(...nameless('Eve', 'Fay', 'Dee', 'Ann')),
      sent: ['What Fay did', 'What Eve did'],
    },
    { document: rss(...nameless('Eve', 'Fay', 'Dee', 'Ann')), sent: [] },
  ],
};
