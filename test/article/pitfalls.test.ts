import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/read.ts';
import { entryOf } from './entries.ts';

const BEFORE = 'A paragraph that is long enough to be content stands before it.';
const AFTER = 'And another one follows, so that nothing here is taken for an end.';
/** Taken for the hero, so that other pictures stay in the body. */
const HERO = [{ url: 'https://example.org/hero.jpg', alt: '', width: 1200, height: 800 }];

function bodyOf(html: string): string {
  const entry = entryOf(`<p>${BEFORE}</p>${html}<p>${AFTER}</p>`, { pictures: HERO });
  return readArticle(entry).markdown.slice(BEFORE.length, -AFTER.length).trim();
}

test.each([
  ['spans in spans', '<p><span><font>a<o:p></o:p></font> <my-tag>b</my-tag></span></p>', 'a b'],
  ['two line breaks make a paragraph', '<div>one<br><br>two<br>line</div>', 'one\n\ntwo  \nline'],
  [
    'a lazy picture',
    '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/p.jpg" alt="P"></p>',
    '![P](https://example.org/p.jpg)',
  ],
  ['a placeholder', '<p>x<img src="/img/spacer.gif"></p>', 'x'],
  [
    'a picture for readers without scripts',
    '<p><img src="/loading.gif"><noscript>On!<img src="/p.jpg"></noscript></p>',
    '![](https://example.org/p.jpg)',
  ],
  [
    'the largest of a srcset that is worth sending',
    '<p><img src="/s.jpg" srcset="/m.jpg 800w, /l.jpg 1600w, /xxl.jpg 4000w"></p>',
    '![](https://example.org/l.jpg)',
  ],
  [
    'a caption',
    '<figure><img src="/p.jpg"><figcaption>By <b>day</b></figcaption></figure>',
    '![](https://example.org/p.jpg)\n\n*By **day***',
  ],
  [
    'a table made for layout',
    '<table><tr><td><p>a</p><p>b</p></td><td><img src="/p.jpg"></td></tr></table>',
    'a\n\nb\n\n![](https://example.org/p.jpg)',
  ],
  [
    'a table without a head, cells missing',
    '<table><tr><td>a|b<td>2<tr><td>c</table>',
    '| a\\|b | 2 |\n| --- | --- |\n| c |  |',
  ],
  [
    'relative links, fragments, tracking',
    '<p><a href="../x?id=1&utm_source=rss&fbclid=2">x</a> <a href="#top">y</a></p>',
    '[x](https://example.org/x?id=1) [y](https://example.org/2026/story#top)',
  ],
  [
    'script and data links',
    '<p><a href="javascript:x()">a</a> <a href=" data:,x">b</a></p>',
    'a b',
  ],
  ['a tracking pixel', '<p>x<img src="https://example.net/p" width="1" height="1"></p>', 'x'],
  ['a tracker’s host', '<p>x<img src="https://pixel.example.net/a.png"></p>', 'x'],
  ['an emoji', '<p>x <img class="emoji" alt="🎉" src="/e/1f389.png"></p>', 'x 🎉'],
  ['an avatar', '<p>x<img class="avatar" src="/u.jpg" alt="Somebody"></p>', 'x'],
  [
    'an embedded video',
    '<iframe src="//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"></iframe>',
    '[▶ YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
  ],
  [
    'a video',
    '<video poster="/p.jpg"><source src="/v.mp4"></video>',
    '[▶ Video](https://example.org/v.mp4)',
  ],
  ['an unknown frame', '<p>x</p><iframe src="https://ads.example.net/"></iframe>', 'x'],
  [
    'a link around blocks',
    '<a href="/x"><h3>Head</h3><p>Text</p></a>',
    '### [Head](https://example.org/x)\n\nText',
  ],
  [
    'a share row',
    '<div><div>Share :</div><ul><li><a href="https://www.facebook.com/sharer.php?u=x">Facebook</a></li><li><a href="whatsapp://send?text=x">WhatsApp</a></li><li><a href="mailto:?body=x">Mail</a></li></ul></div>',
    '',
  ],
  [
    'a share link inside of a sentence',
    '<p>You can write to us at any hour by <a href="https://wa.me/?text=hi">WhatsApp</a> if you like.</p>',
    'You can write to us at any hour by WhatsApp if you like.',
  ],
  ['hidden things', '<p>x<span style="display: none">y</span><i hidden>z</i></p>', 'x'],
  ['scripts and styles', '<p>x</p><style>p{}</style><script>"<p>y</p>"</script>', 'x'],
  ['forms', '<p>x</p><form>Subscribe <input><button>Go</button></form>', 'x'],
  ['invisible characters', '<p>so\u00adft\u200b\u00a0hy\u202ephen</p>', 'soft hyphen'],
  ['empty blocks', '<div><p>&nbsp;</p><div><b> </b></div></div><p>x</p>', 'x'],
])('%s', (_, html, markdown) => {
  expect(bodyOf(html)).toBe(markdown);
});

const STORY = `<p>${BEFORE}</p><p>${AFTER}</p>`;
const STORY_MARKDOWN = `${BEFORE}\n\n${AFTER}`;

test.each([
  ['the title again', `<h1>A Title of its own!</h1>${STORY}`],
  ['a date', `<div>27/06/2023 - 15:40</div>${STORY}`],
  ['a date in words', `<p>Published: 3 March 2026, 10:15</p>${STORY}`],
  ['a date in Chinese', `<p>发布时间：2026年3月3日 10:15</p>${STORY}`],
])('at the start of a body, it leaves out %s', (_, html) => {
  expect(readArticle(entryOf(html)).markdown).toBe(STORY_MARKDOWN);
});

test.each([
  [
    'where it appeared first',
    '<p>The post <a href="https://example.org/2026/story/">A title</a> appeared first on <a href="https://example.org">Example</a>.</p>',
  ],
  [
    'a promotion after a rule',
    '<hr><p>Follow: <a href="https://t.me/example">our channel on Telegram</a></p>',
  ],
  [
    'addresses of sites',
    '<div>More feeds:<br><a href="https://feeds.example/">https://feeds.example</a></div>',
  ],
  ['an invitation to read on', '<p><a href="https://example.org/other">Continue reading…</a></p>'],
  [
    'a label and its links',
    '<p>Tags:</p><p><a href="/a">a</a> <a href="/b">b</a> <a href="/c">c</a></p>',
  ],
  ['rules', '<hr><br><hr>'],
])('at the end of a body, it leaves out %s', (_, html) => {
  expect(readArticle(entryOf(STORY + html)).markdown).toBe(STORY_MARKDOWN);
});

test('a body that is nothing but its title or a link keeps it', () => {
  expect(readArticle(entryOf('<p>A title of its own</p>')).markdown).toBe('A title of its own');
  expect(readArticle(entryOf('<p><a href="https://b.example/">b</a></p>')).markdown).toBe(
    '[b](https://b.example/)',
  );
});

test('a numeric date at the start is the publication where the feed gives none', () => {
  const html = `<p>27/06/2023 - 15:40</p>${STORY}`;

  expect(readArticle(entryOf(html)).published).toBe(Date.UTC(2023, 5, 27, 15, 40));
  expect(readArticle(entryOf(html, { published: 5 })).published).toBe(5);
  expect(readArticle(entryOf(`<p>03/04/2023</p>${STORY}`)).published).toBeNull();
});

test.each([
  [
    'the first sentence of the body',
    '<p>One thing is sure. Another not.</p>',
    'https://a.example/b',
    'One thing is sure. Another not.',
  ],
  ['the link', '<p></p>', 'https://www.a.example/b/', 'a.example/b'],
  ['a word, at last', '', null, 'Untitled'],
])('an entry without a title is called by %s', (_, content, link, title) => {
  expect(readArticle(entryOf(content, { title: ' \n', link })).title).toBe(title);
});

test.each([
  ['Weiterlesen', 'Der Zug fährt wieder.'],
  ['Read more »', 'The train runs again.'],
  ['阅读全文', '列车恢复运行。'],
])('the link “%s” behind the last words leaves, and the words stay', (label, words) => {
  const { markdown } = readArticle(
    entryOf(`<p>${words} <a href="https://example.org/1">${label}</a></p>`),
  );

  expect(markdown).toBe(words);
});
