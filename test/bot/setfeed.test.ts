import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPaper } from '../paper.ts';
import { ANNA, FORUM, OWNER } from '../world.ts';
import { clear, feed, page, type Stage, setStage } from './stage.ts';

const SECRET = 'Bearer swordfish-1234';

let stage: Stage;
let url: string;

beforeEach(async () => {
  stage = await setStage();
  url = await stage.stock('Gazette', ['one', 'two']);
});

afterEach(() => clear(stage));

const stored = async () => (await stage.store.feeds.catalogue())[0];
const set = (changes: string) => stage.say(OWNER, OWNER, `/setfeed gaz ${changes}`);
const check = async () => {
  stage.paper.answerNext(feed('Gazette', ['one', 'two']));
  await stage.say(OWNER, OWNER, '/check');
};

test('/setfeed changes name, category and schedule in one line', async () => {
  await set('name=Morning paper category=world schedule=15m');

  expect(await stored()).toMatchObject({
    name: 'Morning paper',
    category: 'world',
    schedule: '15m',
  });
  expect(stage.said(OWNER).split('\n')[0]).toBe('Morning paper (world)');
  expect(stage.said(OWNER)).toContain('Schedule: 15m');

  await stage.say(OWNER, OWNER, '/setfeed morning schedule=auto');

  expect(await stored()).toMatchObject({ schedule: null });
});

test('quotes hold a value together that has an = in it, in straight and in curly ones', async () => {
  await set('name="world = all" category=“a b=c” schedule="0 7 * * * Europe/Paris"');

  expect(await stored()).toMatchObject({
    name: 'world = all',
    category: 'a b=c',
    schedule: '0 7 * * * Europe/Paris',
  });
});

test('quotes stay in a filter, where they mean a phrase', async () => {
  await set('filter="climate change" style=link');

  expect(await stored()).toMatchObject({ filter: '"climate change"', style: 'link' });
});

test('quotes around the signs of a filter mean no phrase', async () => {
  await set('filter="+rain -ball"');
  expect(await stored()).toMatchObject({ filter: '+rain -ball' });

  await set('filter="-ball" style=link');
  expect(await stored()).toMatchObject({ filter: '-ball', style: 'link' });
});

test.each([
  'header.Authorization = "Bearer swordfish-1234"',
  'headers.Authorization=swordfish-1234',
  'Authorization: Bearer swordfish-1234',
  'url = https://example.org/feed?key=swordfish-1234',
])('a secret is deleted too where it was written wrongly: %s', async (words) => {
  await set(words);

  expect(stage.texts(OWNER)).toContain('I have deleted your message: it held a secret.');
  expect(JSON.stringify(stage.messages(OWNER))).not.toContain('swordfish');
});

test.each([
  ['name=New schedule="61 * * * *"', '“61 * * * *” is no schedule.'],
  ['name=New schedule="0 7 * * * Nowhere/City"', 'is no schedule.'],
  ['name=New schedule=sometimes', '“sometimes” is no schedule.'],
  ['name=New colour=red', 'I do not know the option “colour” here.'],
  ['name=New fulltext=perhaps', 'is none of auto, always and never'],
  ['name=New style=purple', 'is nothing I know for style='],
  ['name=New filter=/(/', 'regular expression'],
  ['name=New header.Host=example.org', 'I cannot send header.Host'],
  ['name=New url=ftp://example.org/feed', 'Another feed has that address already, or it is none.'],
])('what is wrong in one of several changes nothing: %s', async (changes, sentence) => {
  const before = await stored();

  await set(changes);

  expect(stage.said(OWNER)).toContain(sentence);
  expect(await stored()).toEqual(before);
});

test.each([
  ['/setfeed gaz', 'Send /setfeed, the number or the name of a feed'],
  ['/setfeed', 'Send /setfeed, the number or the name of a feed'],
  ['/setfeed nobody name=x', 'I know no feed called “nobody”.'],
])('%s is answered with one clear sentence', async (text, answer) => {
  await stage.say(OWNER, OWNER, text);

  expect(stage.said(OWNER)).toContain(answer);
});

test('a new address is asked first, and taken when there is a feed', async () => {
  stage.paper.answerNext(feed('Gazette', ['one', 'two']));

  await set(`url=${stage.paper.url}/moved.xml name=Moved`);

  expect(await stored()).toMatchObject({ url: `${stage.paper.url}/moved.xml`, name: 'Moved' });
  expect(stage.said(OWNER).split('\n')[0]).toBe('Moved');
  expect(stage.paper.requests.at(-1)?.path).toBe('/moved.xml');
});

test.each([
  ['nothing', { status: 404 }, 'There is nothing at that address'],
  ['a page', page(), 'is not a feed'],
])('an address with %s is not taken, nor anything said with it', async (_, answer, sentence) => {
  const before = await stored();
  stage.paper.answerNext(answer);

  await set(`name=Moved url=${stage.paper.url}/moved.xml`);

  expect(stage.said(OWNER)).toContain(sentence);
  expect(stage.said(OWNER)).toContain('Nothing was changed.');
  expect(await stored()).toEqual(before);
});

test('the address of another feed is not taken', async () => {
  const other = await stage.stock('Other');

  await set(`url=${other}`);

  expect(stage.said(OWNER)).toContain('Another feed has that address already, or it is none.');
});

test('after a move what is listed there too is not sent again', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gaz');
  stage.paper.answerNext(feed('Gazette', ['one', 'two']));
  await set(`url=${stage.paper.url}/moved.xml`);
  const before = stage.titles(ANNA);

  stage.paper.answerNext(feed('Gazette', ['one', 'two', 'three']));
  await stage.tick();
  // A host is asked once a second.
  await stage.pass(5_000);

  expect(stage.titles(ANNA)).toEqual([...before, 'three']);
});

test('a header is sent with each question, shown to nobody, and what carried it is deleted', async () => {
  await set(`header.Authorization="${SECRET}" header.X-Key=k-77`);
  await check();

  expect(stage.paper.requests.at(-1)?.headers).toMatchObject({
    authorization: SECRET,
    'x-key': 'k-77',
  });
  const shown = JSON.stringify(stage.messages(OWNER));
  expect(shown).not.toMatch(/swordfish|k-77/);
  expect(shown).toContain('I have deleted your message: it held a secret.');
  expect(shown).toContain('Sent with each question: Authorization: •••, X-Key: •••');
  expect(JSON.stringify(stage.logged)).not.toMatch(/swordfish|k-77/);
});

test('a header is taken away by words and by a button', async () => {
  await set(`header.Authorization="${SECRET}" header.X-Key=k-77`);

  await set('header.x-key=');
  await stage.press(OWNER, OWNER, 'Headers …');
  expect(stage.buttons(OWNER)).toEqual(['Remove Authorization', '‹ Back']);
  await stage.press(OWNER, OWNER, 'Remove Authorization');

  expect(await stored()).toMatchObject({ headers: null });
  await check();
  expect(stage.paper.requests.at(-1)?.headers).not.toHaveProperty('authorization');
});

test('a wrong header is not repeated in the answer, and the message goes all the same', async () => {
  await set('header.Content-Length=hunter2-secret');

  expect(JSON.stringify(stage.messages(OWNER))).not.toContain('hunter2-secret');
  expect(await stored()).toMatchObject({ headers: null });
});

test('where the bot may not delete, it asks to', async () => {
  await stage.say(OWNER, FORUM, `/setfeed gaz header.X-Key=k-77`);

  expect(stage.texts(FORUM)).toContain(
    'Your message holds a secret, and I cannot delete it here. Please delete it yourself.',
  );
  expect(await stored()).toMatchObject({ headers: '{"X-Key":"k-77"}' });
});

test('headers go to the feed’s own server only, and never along with a redirect', async () => {
  const thief = await openPaper();
  await set(`header.Authorization="${SECRET}" header.X-Key=k-77`);
  const elsewhere = { status: 301, headers: { location: `${thief.url}/feed.xml` } };

  for (let time = 0; time < 4; time += 1) {
    stage.paper.answerNext(elsewhere);
    await stage.say(OWNER, OWNER, '/check');
  }

  expect(thief.requests).toHaveLength(4);
  for (const { headers } of thief.requests) {
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('x-key');
  }
  expect(await stored()).toMatchObject({ url });
  await thief.close();
});

test('headers stay behind when a feed moves to another server, unless they are said anew', async () => {
  const other = await openPaper();
  await set('header.X-Key=k-77');

  await set(`url=${other.url}/feed.xml`);

  expect(other.requests).toHaveLength(1);
  expect(other.requests[0]?.headers).not.toHaveProperty('x-key');
  expect(await stored()).toMatchObject({ headers: null });
  await set(`url=${stage.paper.url}/feed.xml header.X-Key=k-78`);
  expect(stage.paper.requests.at(-1)?.headers).toMatchObject({ 'x-key': 'k-78' });
  await other.close();
});

test('an address with a key in it is shown without the key, and what carried it is deleted', async () => {
  stage.paper.answerNext(feed('Gazette'));

  await set(`url=${stage.paper.url}/feed?key=SECRET`);

  expect(stage.said(OWNER)).toContain('/feed?…');
  expect(JSON.stringify(stage.messages(OWNER))).not.toContain('SECRET');
});

test('only owners change a feed', async () => {
  await stage.say(ANNA, ANNA, '/setfeed gaz name=Mine header.X-Key=mine');

  expect(stage.texts(ANNA)).toEqual(['That is for the owners of this bot.']);
  expect(await stored()).toMatchObject({ name: null, headers: null });
});

test('what an owner’s key opens is not for whoever knows the address, unless it is in the catalogue', async () => {
  await stage.say(OWNER, OWNER, `/subscribe ${stage.paper.feedUrl}`);
  await stage.say(OWNER, OWNER, '/setfeed the header.X-Key=k-77');

  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);
  await stage.say(ANNA, ANNA, '/subscribe gazette');

  expect(stage.texts(ANNA)[0]).toContain('does not let me in.');
  const followed = await stage.store.subscriptions.ofChat(ANNA);
  expect(followed.map(({ title }) => title)).toEqual(['Gazette']);
});
