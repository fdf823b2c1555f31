import type { Article, Button, Post, Rung } from '../model.ts';
import { defuseLink } from './defuse.ts';
import { albumRungs, photoRungs, playedRungs } from './illustrated.ts';
import { CAPTION_LIMIT, TEXT_LIMIT } from './limits.ts';
import { richRungs } from './richpost.ts';
import { GAP, type PostView, type Write, wordsOf, writerOf } from './words.ts';

/** The ways to send an article, best first. No feed can break a post: every rung is within Telegram's limits, and its
 *  entities and buttons come from here alone. */
export function renderPost(article: Article, view: PostView): Post {
  const words = wordsOf(article, view);
  const buttons = buttonsOf(view.buttons, words.link);
  const write = writerOf(view, words);
  const body = write(TEXT_LIMIT);
  const frame = { words, caption: write(CAPTION_LIMIT), buttons };

  const rungs: Rung[] = [];
  if (view.style === 'rich') rungs.push(...richRungs(article, { words, view, write, buttons }));
  if (view.style === 'picture' || view.style === 'album')
    rungs.push(...playedRungs(article, frame));
  if (view.style === 'album') rungs.push(...albumRungs(article, frame));
  if (view.style !== 'text' && view.style !== 'link') rungs.push(...photoRungs(article, frame));
  if (view.style !== 'link' && words.link !== null) {
    rungs.push({ kind: 'preview', body, previewUrl: words.link, buttons });
  }
  return { rungs: [...rungs, { kind: 'text', body, buttons }, plain(words.link, write)] };
}

/** Telegram finds the link by itself, where it stands on a line of its own. */
function plain(target: string | null, write: Write): Rung {
  if (target === null) return { kind: 'plain', text: write(TEXT_LIMIT).text };
  const link = defuseLink(target);
  const { text } = write(TEXT_LIMIT - GAP.length - link.length);
  return { kind: 'plain', text: text + GAP + link };
}

function buttonsOf({ read, open, more }: PostView['buttons'], link: string | null): Button[][] {
  const row = [
    ...(read ? [read] : []),
    ...(link && open ? [{ text: open, url: link }] : []),
    ...(more ? [more] : []),
  ];
  return row.length === 0 ? [] : [row];
}
