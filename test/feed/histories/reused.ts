import { type History, rss, type Written, written } from './history.ts';

/** Three places with a number each, and whatever stands in them. */
const places = (...names: string[]): Written[] =>
  names.map((name, place) => {
    const hour = names.length - place;
    return written(name, {
      guid: `place-${place}`,
      date: `2026-11-25T0${hour}:${name.length}0:00Z`,
    });
  });

export const reused: History = {
  claim: 'a new article under the id of an old one is sent',
  fetches: [
    { document: rss(...places('Ann', 'Ben', 'Cem')), sent: [] },
    { document: rss(...places('Diana', 'Ben', 'Cem')), sent: ['What Diana did'] },
    { document: rss(...places('Diana', 'Ben', 'Cem')), sent: [] },
    { document: rss(...places('Emily', 'Ben', 'Cem')), sent: ['What Emily did'] },
  ],
};
