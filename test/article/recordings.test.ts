import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/read.ts';
import type { Enclosure, Entry } from '../../src/model.ts';
import { entryOf } from './entries.ts';

const TEXT = '<p>A paragraph that is long enough to be content stands here.</p>';
const IMAGE = '<img src="/boat.jpg">';

function enclosure(url: string, more: Partial<Enclosure> = {}): Enclosure {
  return { url, type: null, sizeBytes: null, durationSeconds: null, ...more };
}

const mediaOf = (html: string, rest: Partial<Entry> = {}) => readArticle(entryOf(html, rest)).media;

test('a podcast’s enclosure is its recording, with title, performer, length and size', () => {
  const enclosures = [
    enclosure('https://pod.example/1.pdf'),
    enclosure('https://pod.example/1?x=y', {
      type: 'audio/mpeg',
      sizeBytes: 9_000_000,
      durationSeconds: 1_800,
    }),
  ];

  expect(mediaOf(IMAGE + TEXT, { title: 'Episode 1', author: 'Ann', enclosures })).toEqual({
    kind: 'audio',
    url: 'https://pod.example/1?x=y',
    title: 'Episode 1',
    performer: 'Ann',
    durationSeconds: 1_800,
    sizeBytes: 9_000_000,
  });
});

test.each([
  ['audio', 'a.mp3', null],
  ['audio', 'a.m4a', 'application/octet-stream'],
  ['audio', 'a', 'audio/x-m4a'],
  ['video', 'a.mp4', null],
  ['video', 'a', 'video/mp4'],
])('%s: %s as %s', (kind, name, type) => {
  expect(
    mediaOf(TEXT, { enclosures: [enclosure(`https://a.example/${name}`, { type })] }),
  ).toMatchObject({
    kind,
  });
});

test.each([
  ['a.webm', 'video/webm'],
  ['a.ogg', null],
  ['a.mp3', 'text/html'],
  ['a.jpg', null],
])('%s as %s is nothing that Telegram plays', (name, type) => {
  expect(
    mediaOf(TEXT, { enclosures: [enclosure(`https://a.example/${name}`, { type })] }),
  ).toBeNull();
});

test.each([
  ['a film', '<video src="/v.mp4" controls></video>', 'video'],
  ['a film by its source', '<video><source src="/v.mp4" type="video/mp4"></video>', 'video'],
  ['a film that stands for itself', '<video src="/v.mp4" poster="/p.jpg"></video>', 'video'],
  ['a moving picture', '<video src="/v.mp4" autoplay loop muted></video>', 'animation'],
  ['a song', '<audio src="/s.mp3"></audio>', 'audio'],
])('%s in the body is its recording', (_, html, kind) => {
  expect(mediaOf(html + TEXT)).toMatchObject({ kind, performer: '' });
});

test.each([
  ['beside a picture it illustrates', `${IMAGE}<video src="/v.mp4"></video>`],
  ['beside a picture it is read aloud', `${IMAGE}<audio src="/s.mp3"></audio>`],
  ['elsewhere it is a page', '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'],
])('%s', (_, html) => {
  expect(mediaOf(html + TEXT)).toBeNull();
});

test('an article ends with the recording that it does not name', () => {
  const enclosures = [enclosure('https://pod.example/1.mp3')];
  const linked = `${TEXT}<p><a href="https://pod.example/1.mp3">Listen</a></p>`;

  expect(readArticle(entryOf(TEXT, { enclosures })).markdown).toMatch(
    /stands here\.\n\n\[🎧 Audio\]\(<https:\/\/pod\.example\/1\.mp3>\)$/,
  );
  expect(readArticle(entryOf(linked, { enclosures })).markdown).not.toContain('🎧');
});
