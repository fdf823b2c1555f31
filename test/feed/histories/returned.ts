import { type History, rss, written } from './history.ts';

const entries = (...names: string[]) => rss(...names.map((name) => written(name)));

export const returned: History = {
  claim: 'an entry that drops out and comes back is not new',
  fetches: [
    { document: entries('Ann', 'Ben', 'Cem'), sent: [] },
    { document: entries('Dee', 'Ann', 'Cem'), sent: ['What Dee did'] },
    { document: entries('Dee'), sent: [] },
    { document: entries(), sent: [] },
    { document: entries('Dee', 'Ann', 'Ben', 'Cem'), sent: [] },
  ],
};
