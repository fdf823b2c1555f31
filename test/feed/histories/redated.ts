import { type History, rss, type Written, written } from './history.ts';

/** One with an id of its own and one without. */
function dated(date: string): Written[] {
  const { guid: _, ...nameless } = written('Ben', { date });
  return [written('Ann', { date }), nameless];
}

export const redated: History = {
  claim: 'a date that changes makes no new entry',
  fetches: [
    { document: rss(...dated('2026-11-25T09:00:00Z')), sent: [] },
    { document: rss(...dated('2026-11-25T11:30:00Z')), sent: [] },
    { document: rss(written('Dee'), ...dated('2026-11-24T09:00:00Z')), sent: ['What Dee did'] },
    { document: rss(written('Dee'), ...dated('2027-01-01T00:00:00Z')), sent: [] },
  ],
};
