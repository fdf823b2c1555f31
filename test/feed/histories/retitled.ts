import { type History, rss, type Written, written } from './history.ts';

const ann = (title: string): Written => written('Ann', { title });
const ben = (title: string): Written => {
  const { guid: _, ...nameless } = written('Ben', { title });
  return nameless;
};
const [cem, dee] = [written('Cem'), written('Dee')];

export const retitled: History = {
  claim: 'a title that is saved again makes no new entry, with an id or without',
  fetches: [
    { document: rss(ann('Ann wins'), ben('Ben loses'), cem), sent: [] },
    { document: rss(ann('Ann wins at last'), ben('Ben loses'), cem), sent: [] },
    { document: rss(ann('Ann wins at last'), ben('Ben draws'), cem), sent: [] },
    { document: rss(dee, ann('Ann'), ben('Ben drew, we hear'), cem), sent: ['What Dee did'] },
  ],
};
