import { type History, rss, type Written, written } from './history.ts';

/** Its software puts the same id on everything. */
const same = (name: string, hour: number): Written =>
  written(name, { guid: 'post', date: `2026-11-25T0${hour}:00:00Z` });

const [ann, ben, cem, dee] = [same('Ann', 1), same('Ben', 2), same('Cem', 3), same('Dee', 4)];

export const repeated: History = {
  claim: 'one id on every entry hides none of them and repeats none of them',
  fetches: [
    { document: rss(ben, ann), sent: [] },
    { document: rss(cem, ben, ann), sent: ['What Cem did'] },
    { document: rss(dee, cem, ben), sent: ['What Dee did'] },
    { document: rss(dee), sent: [] },
    { document: rss(ann, ben), sent: [] },
  ],
};
