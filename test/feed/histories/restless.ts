import { type History, rss, type Written, written } from './history.ts';

/** Ids drawn anew for each request. */
const drawn = (draw: number, ...names: string[]): Written[] =>
  names.map((name) => written(name, { guid: `${draw}-${name.length * draw}-${name}` }));

export const restless: History = {
  claim: 'ids that are others at every fetch make nothing new',
  fetches: [
    { document: rss(...drawn(1, 'Ann', 'Ben', 'Cem')), sent: [] },
    { document: rss(...drawn(2, 'Ann', 'Ben', 'Cem')), sent: [] },
    { document: rss(...drawn(3, 'Dee', 'Ann', 'Ben', 'Cem')), sent: ['What Dee did'] },
    { document: rss(...drawn(4, 'Dee', 'Ann', 'Ben', 'Cem')), sent: [] },
    { document: rss(...drawn(5, 'Dee', 'Ann')), sent: [] },
  ],
};
