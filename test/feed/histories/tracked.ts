import { type History, rss, type Written, written } from './history.ts';

/** Marks of campaigns by their usual names, and of visits by a name that nobody knows. */
const marked = (mark: string, ...names: string[]): Written[] =>
  names.map((name) => {
    const link = `https://paper.example/story.php?no=${name}&utm_source=${mark}&visit=${mark}`;
    const { guid: _, ...nameless } = written(name, { link });
    return nameless;
  });

export const tracked: History = {
  claim: 'links with the marks of campaigns and visits stay the same links',
  fetches: [
    { document: rss(...marked('a1', 'Ann', 'Ben', 'Cem')), sent: [] },
    { document: rss(...marked('b2', 'Ann', 'Ben', 'Cem')), sent: [] },
    { document: rss(...marked('c3', 'Dee', 'Ann', 'Ben', 'Cem')), sent: ['What Dee did'] },
    { document: rss(...marked('d4', 'Dee', 'Ann', 'Ben')), sent: [] },
  ],
};
