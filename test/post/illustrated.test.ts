import { describe, expect, test } from 'vitest';
import type { Media, Picture } from '../../src/model.ts';
import { renderPost } from '../../src/post/render.ts';
import type { PostView } from '../../src/post/words.ts';
import { articleOf } from './samples.ts';

const view: PostView = {
  ...{ source: 'The Paper', category: null, timeZone: 'UTC', locale: 'en-GB' },
  ...{ style: 'picture', summary: 'normal', hashtags: 'off', template: null },
  buttons: { read: { text: 'Read', data: 'r:17' }, open: 'Open', whole: 'The whole article' },
};

const picture = (name: string): Picture => ({
  ...{ url: `https://a.example/${name}.jpg`, alt: '' },
  ...{ width: null, height: null },
});

const EPISODE: Media = {
  ...{ kind: 'audio', url: 'https://a.example/1.mp3', title: 'Episode 1', performer: 'Ann' },
  ...{ durationSeconds: 61, sizeBytes: null },
};

function kinds(fields: Parameters<typeof articleOf>[0], style: typeof view.style): string[] {
  return renderPost(articleOf(fields), { ...view, style }).rungs.map(({ kind }) => kind);
}

describe('an album', () => {
  const several = { picture: picture('a'), pictures: [picture('b'), picture('c')] };

  test('is the first way to send an article with several pictures, the hero first', () => {
    const [best, next] = renderPost(articleOf(several), { ...view, style: 'album' }).rungs;

    expect(best).toMatchObject({
      kind: 'album',
      pictureUrls: ['a', 'b', 'c'].map((name) => `https://a.example/${name}.jpg`),
    });
    expect(next).toMatchObject({ kind: 'photo', pictureUrl: 'https://a.example/a.jpg' });
    expect(best).toHaveProperty('caption', next?.kind === 'photo' && next.caption);
  });

  test('is for those alone who chose it, and needs two pictures', () => {
    expect(kinds(several, 'album')).toEqual(['album', 'photo', 'preview', 'text', 'plain']);
    expect(kinds(several, 'picture')).toEqual(['photo', 'preview', 'text', 'plain']);
    expect(kinds({ ...several, pictures: [picture('a')] }, 'album')).not.toContain('album');
  });

  test('holds ten pictures at the most, and none that is no web address', () => {
    const pictures = Array.from({ length: 12 }, (_, index) => picture(`${index}`));
    const odd = [{ ...picture('x'), url: 'data:,' }, ...pictures];

    const [best] = renderPost(articleOf({ ...several, pictures: odd }), {
      ...view,
      style: 'album',
    }).rungs;

    expect(best?.kind === 'album' && best.pictureUrls).toHaveLength(10);
    expect(best?.kind === 'album' && best.pictureUrls[1]).toBe('https://a.example/0.jpg');
  });
});

describe('a recording', () => {
  test('comes before the picture, and never where only text is wanted', () => {
    const article = { media: EPISODE, picture: picture('a') };

    expect(kinds(article, 'picture')).toEqual(['audio', 'photo', 'preview', 'text', 'plain']);
    expect(kinds(article, 'text')).toEqual(['preview', 'text', 'plain']);
    expect(kinds(article, 'link')).toEqual(['text', 'plain']);
  });

  test('of nobody is performed by its feed, and one without a title has the article’s', () => {
    const media = { ...EPISODE, title: ' ', performer: '' };

    const [best] = renderPost(articleOf({ media, title: 'Boats' }), {
      ...view,
      source: 'The Paper',
    }).rungs;

    expect(best).toMatchObject({ media: { title: 'Boats', performer: 'The Paper' } });
  });

  test('at no web address is none', () => {
    expect(kinds({ media: { ...EPISODE, url: 'file:///1.mp3' } }, 'picture')).not.toContain(
      'audio',
    );
  });
});
