import { afterEach, expect, test } from 'vitest';
import { ANNA, BEN, GROUP, OWNER } from '../world.ts';
import { clear, feed, STRANGER, type Stage, setStage } from './stage.ts';

let stage: Stage;

afterEach(() => clear(stage));

const followed = async (chatId: number) =>
  (await stage.store.subscriptions.ofChat(chatId)).map(({ title }) => title);
const sinceThen = async (chatId: number, act: () => Promise<unknown>) => {
  const before = stage.texts(chatId).length;
  await act();
  return stage.texts(chatId).slice(before);
};
const bring = async (userId: number, name: string) => {
  stage.paper.answerNext(feed(name));
  await stage.say(userId, userId, `/subscribe ${stage.paper.url}/${name}.xml`);
};

const FULL =
  'This chat follows 2 feeds already, as many as it may. Stop one with /unsubscribe to make room.';

test('a chat follows as many feeds as it may, and an owner in it as many as they like', async () => {
  stage = await setStage({ QUOTA_FEEDS: '2' });
  for (const title of ['One', 'Two', 'Three']) await stage.stock(title);
  for (const title of ['One', 'Two']) await stage.say(ANNA, GROUP, `/subscribe ${title}`);

  await stage.say(ANNA, GROUP, '/subscribe three');
  expect(stage.said(GROUP)).toBe(FULL);
  await stage.say(ANNA, GROUP, '/subscribe');
  const { text } = await stage.press(ANNA, GROUP, 'Three');
  expect(text).toBe(FULL);
  await stage.say(ANNA, GROUP, '/subscribe one');
  expect(stage.said(GROUP)).toBe('One is followed here already.');
  expect(await followed(GROUP)).toEqual(['One', 'Two']);

  await stage.say(OWNER, GROUP, '/subscribe three');
  expect(await followed(GROUP)).toEqual(['One', 'Three', 'Two']);
});

test('room that was made can be used, and taking that back needs room too', async () => {
  stage = await setStage({ QUOTA_FEEDS: '1' });
  for (const title of ['One', 'Two']) await stage.stock(title);
  await stage.say(ANNA, ANNA, '/subscribe one');
  await stage.say(ANNA, ANNA, '/unsubscribe one');
  await stage.say(ANNA, ANNA, '/subscribe two');

  const { text } = await stage.press(ANNA, ANNA, 'Undo');

  expect(text).toContain('This chat follows one feed already');
  expect(await followed(ANNA)).toEqual(['Two']);
});

test('several addresses at once fill the room there is, and each line says what became of it', async () => {
  stage = await setStage({ QUOTA_FEEDS: '2' });
  for (const title of ['One', 'Two', 'Three']) await stage.stock(title);
  await stage.say(ANNA, ANNA, '/subscribe');

  await stage.say(
    ANNA,
    ANNA,
    `/subscribe ${[1, 2, 3].map((n) => `${stage.paper.url}/stock/${n}.xml`).join(' ')}`,
  );

  expect(await followed(ANNA)).toEqual(['One', 'Two']);
  expect(stage.texts(ANNA).some((text) => text.includes(FULL))).toBe(true);
});

test('one person brings as many new addresses a day as they may, wherever they do it', async () => {
  stage = await setStage({ QUOTA_NEW_FEEDS: '2' });
  await bring(ANNA, 'one');
  await bring(ANNA, 'two');
  const asked = stage.paper.requests.length;

  await stage.say(ANNA, GROUP, `/subscribe ${stage.paper.url}/three.xml`);
  await stage.say(ANNA, ANNA, `${stage.paper.url}/three.xml`);

  const told =
    'You have brought 2 new feeds today, as many as one person may. Please go on tomorrow.';
  expect([stage.said(GROUP), stage.said(ANNA)]).toEqual([told, told]);
  expect(stage.paper.requests).toHaveLength(asked);

  await bring(BEN, 'three');
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}/three.xml`);
  expect(await followed(ANNA)).toEqual(['one', 'three', 'two']);

  await stage.pass(24 * 3_600_000);
  await bring(ANNA, 'four');
  expect(await followed(ANNA)).toContain('four');
});

test('one person’s own addresses are counted over all their chats', async () => {
  stage = await setStage({ QUOTA_FEEDS: '2' });
  await bring(ANNA, 'one');
  stage.paper.answerNext(feed('two'));
  await stage.say(ANNA, GROUP, `/subscribe ${stage.paper.url}/two.xml`);

  await bring(ANNA, 'three');

  expect(stage.said(ANNA)).toBe(
    'You have brought 2 feeds, as many as one person may. Stop one with /unsubscribe to make room.',
  );
});

test('anonymous administrators of different groups share no quota', async () => {
  stage = await setStage({ QUOTA_NEW_FEEDS: '1' });
  stage.telegram.addChat({
    id: -500,
    type: 'group',
    title: 'Choir',
    members: { [BEN]: 'creator' },
  });
  const anonymous = (userId: number, chatId: number, name: string) => {
    stage.paper.answerNext(feed(name));
    return stage.write({
      ...{ userId, chatId, anonymous: true },
      text: `/subscribe ${stage.paper.url}/${name}.xml`,
    });
  };

  await anonymous(ANNA, GROUP, 'one');
  await anonymous(BEN, -500, 'two');

  expect(await followed(GROUP)).toEqual(['one']);
  expect(await followed(-500)).toEqual(['two']);
});

test('an import fills the room there is, the catalogue’s feeds without counting as new', async () => {
  stage = await setStage({ QUOTA_FEEDS: '3', QUOTA_NEW_FEEDS: '1' });
  const listed = [await stage.stock('One'), await stage.stock('Two')];
  const urls = ['https://a.example/feed', ...listed, 'https://b.example/feed'];
  const outlines = urls.map((url) => `<outline text="${url}" type="rss" xmlUrl="${url}"/>`);
  const bytes = Buffer.from(`<opml version="2.0"><body>${outlines.join('')}</body></opml>`);

  await stage.write({
    ...{ userId: ANNA, chatId: ANNA, text: '/import' },
    document: { name: 'mine.opml', contentType: 'text/x-opml', bytes },
  });

  expect((await stage.store.subscriptions.ofChat(ANNA)).map(({ url }) => url).toSorted()).toEqual(
    ['https://a.example/feed', ...listed].toSorted(),
  );
  expect(stage.said(ANNA)).toContain('b.example/feed: no room: you follow as many as you may');
});

test('who asks too much hears so once, and then nothing until it is over', async () => {
  stage = await setStage({ QUOTA_REQUESTS: '3/m' });
  const said = await sinceThen(ANNA, async () => {
    for (let asked = 0; asked < 6; asked += 1) await stage.say(ANNA, ANNA, '/list');
  });

  expect(said).toHaveLength(4);
  expect(said[3]).toBe('That was a lot at once. Please give me 60 seconds.');
  expect(await sinceThen(BEN, () => stage.say(BEN, BEN, '/list'))).toHaveLength(1);

  await stage.pass(59_999);
  expect(await sinceThen(ANNA, () => stage.say(ANNA, ANNA, '/list'))).toEqual([]);
  await stage.pass(1);
  expect(await sinceThen(ANNA, () => stage.say(ANNA, ANNA, '/list'))).toHaveLength(1);
});

test('presses count as well, and each is answered', async () => {
  stage = await setStage({ QUOTA_REQUESTS: '2/m' });
  await stage.stock('One');
  await stage.say(ANNA, ANNA, '/subscribe');

  const answers = [];
  for (let press = 0; press < 3; press += 1) {
    const button = stage.buttons(ANNA)[0] ?? '';
    answers.push((await stage.press(ANNA, ANNA, button)).text);
  }

  const told = 'That was a lot at once. Please give me 60 seconds.';
  expect(answers).toEqual(['You follow One now. What is new will come here.', told, told]);
  expect(await followed(ANNA)).toEqual(['One']);
});

test('who asks steadily is never told to wait, and owners never are', async () => {
  stage = await setStage({ QUOTA_REQUESTS: '2/m' });

  for (let asked = 0; asked < 6; asked += 1) {
    await stage.say(ANNA, ANNA, '/list');
    await stage.say(OWNER, OWNER, '/list');
    await stage.say(OWNER, OWNER, '/list');
    await stage.pass(30_000);
  }

  expect(JSON.stringify([stage.texts(ANNA), stage.texts(OWNER)])).not.toContain('a lot at once');
});

test('what people say to each other in a group is no request', async () => {
  stage = await setStage({ QUOTA_REQUESTS: '1/m' });
  stage.telegram.moveBot(GROUP, 'administrator', ANNA);
  for (let said = 0; said < 5; said += 1) await stage.say(BEN, GROUP, 'Nice weather');

  const answers = await sinceThen(GROUP, () => stage.say(BEN, GROUP, '/list'));

  expect(answers).toHaveLength(1);
  expect(answers[0]).not.toContain('a lot');
});

test('each address that is looked for counts', async () => {
  stage = await setStage({ QUOTA_REQUESTS: '3/m' });
  const words = [1, 2, 3, 4].map((n) => `${stage.paper.url}/nothing-${n}`);

  await stage.say(STRANGER, STRANGER, `/subscribe ${words.join(' ')}`);

  expect(
    stage
      .texts(STRANGER)
      .join('\n')
      .match(/a lot at once/g),
  ).toHaveLength(2);
});
