import { type History, rss, type Written, written } from './history.ts';

/** Ids that are links, and no ids at all. */
const by = (scheme: 'http' | 'https', ...names: string[]): Written[] =>
  names.map((name, index) => {
    const link = `${scheme}://paper.example/2026/${name}`;
    const { guid: _, ...nameless } = written(name, { link });
    return index % 2 === 0 ? { ...nameless, guid: link } : nameless;
  });

export const secured: History = {
  claim: 'a site that goes from http to https has nothing new by that',
  fetches: [
    { document: rss(...by('http', 'Ann', 'Ben', 'Cem')), sent: [] },
    { document: rss(...by('https', 'Ann', 'Ben', 'Cem')), sent: [] },
    { document: rss(written('Dee'), ...by('https', 'Ann', 'Ben', 'Cem')), sent: ['What Dee did'] },
    { document: rss(...by('http', 'Ann', 'Ben', 'Cem')), sent: [] },
  ],
};
