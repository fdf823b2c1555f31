import { atom, type History, rss, type Written, written } from './history.ts';

const numbered = (...names: string[]): Written[] =>
  names.map((name) => written(name, { guid: `${name.length} at https://paper.example/${name}` }));

const named = (...names: string[]): Written[] =>
  names.map((name) => written(name, { guid: `urn:uuid:0000-${name}` }));

export const reformatted: History = {
  claim: 'a feed that becomes Atom, with other ids and the same links, has nothing new by that',
  fetches: [
    { document: rss(...numbered('Ann', 'Ben', 'Cem')), sent: [] },
    { document: atom(...named('Ann', 'Ben', 'Cem')), sent: [] },
    { document: atom(...named('Dee', 'Ann', 'Ben', 'Cem')), sent: ['What Dee did'] },
    { document: rss(...numbered('Dee', 'Ann', 'Ben', 'Cem')), sent: [] },
  ],
};
