import { type History, rss, written } from './history.ts';

const [ann, ben, cem] = [written('Ann'), written('Ben'), written('Cem')];

export const reordered: History = {
  claim: 'entries that change places are sent once, wherever the new one stands',
  fetches: [
    { document: rss(ann, ben, cem), sent: [] },
    { document: rss(cem, ann, ben), sent: [] },
    { document: rss(ben, written('Dee'), cem, ann), sent: ['What Dee did'] },
    { document: rss(ann, ben, cem, written('Dee')), sent: [] },
  ],
};
