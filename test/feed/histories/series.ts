import { type History, rss, type Written, written } from './history.ts';

/** One page and one headline for ever; the id and the date tell the days apart. */
const weather = (day: number): Written =>
  written('Weather', {
    guid: `weather-${day}`,
    title: 'The weather today',
    link: 'https://paper.example/weather',
    date: `2026-11-${day}T06:00:00Z`,
  });

export const series: History = {
  claim: 'the next of a series is new, though link and headline never change',
  fetches: [
    { document: rss(weather(22), written('Ann')), sent: [] },
    { document: rss(weather(23), written('Ann')), sent: ['The weather today'] },
    { document: rss(weather(23), written('Ann')), sent: [] },
    { document: rss(weather(24), weather(23), written('Ann')), sent: ['The weather today'] },
  ],
};
