import { type History, rss, written } from './history.ts';

const whole = rss(...['Ann', 'Ben', 'Cem'].map((name) => written(name)));
const more = rss(...['Dee', 'Eve', 'Ann', 'Ben', 'Cem'].map((name) => written(name)));

export const brokenOff: History = {
  claim: 'an entry in which a feed breaks off is sent when it is whole, and once',
  fetches: [
    { document: whole, sent: [] },
    { document: whole.slice(0, whole.indexOf('story of Ben')), sent: [] },
    { document: whole, sent: [] },
    { document: more.slice(0, more.indexOf('hat Eve did')), sent: ['What Dee did'] },
    { document: more, sent: ['What Eve did'] },
    { document: more.slice(0, more.indexOf('story of Eve')), sent: [] },
  ],
};

export const brokenOffAtFirst: History = {
  claim: 'what half a feed held back at the first fetch is not taken for news afterwards',
  fetches: [
    { document: whole.slice(0, whole.indexOf('story of Ben')), sent: [] },
    { document: whole, sent: [] },
    { document: more, sent: ['What Eve did', 'What Dee did'] },
  ],
};
