import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createTestWorld, expectNoCrash, type TestWorld } from '../world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LEAD = 'The harbour is open again, and ships may enter by night as well as by day.';

let world: TestWorld;

beforeEach(async () => {
  world = await createTestWorld();
  world.paper.print({ id: 'old' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
  world.paper.print({
    id: 'harbour',
    title: 'Harbour opens',
    html: `<p>${LEAD}</p>`,
    picture: 'a',
  });
  await nextRound();
  await inTime(() => world.titles(ANNA).at(-1)).toBe('Harbour opens');
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
});

/** Pictures are decoded in real time, which the test's clock knows nothing of. */
function inTime<Result>(look: () => Result) {
  return expect.poll(
    async () => {
      await world.pass(1_000);
      return look();
    },
    { timeout: 10_000, interval: 1 },
  );
}

async function nextRound(): Promise<void> {
  await world.pass(6 * MINUTE_MS);
  await world.tick();
  await world.pass(5_000);
}

async function revise(changes: Parameters<TestWorld['paper']['revise']>[1]): Promise<void> {
  world.paper.revise('harbour', changes);
  await nextRound();
}

const post = () => world.texts(ANNA).at(-1) ?? '';
/** Changes of posts; the bot also edits its own answers. */
const edits = () =>
  world.telegram.calls.filter(
    ({ method, params }) => method.startsWith('editMessage') && 'reply_markup' in params,
  );

test('a new title is put into the post that was sent, and nothing is sent anew', async () => {
  const before = world.messages(ANNA).length;

  await revise({ title: 'Harbour closes' });

  expect(world.messages(ANNA)).toHaveLength(before);
  expect(post()).toMatch(/^Harbour closes\n/);
  expect(edits().map(({ method }) => method)).toEqual(['editMessageCaption']);
});

test('another picture takes the place of the old one', async () => {
  await revise({ picture: 'b' });

  await inTime(() => edits().map(({ method }) => method)).toEqual(['editMessageMedia']);
  expect(world.paper.requests.filter(({ path }) => path === '/b.jpg')).toHaveLength(1);
});

test.each([
  ['blanks', { html: `<p>  ${LEAD.replaceAll(' ', '  ')} </p>` }],
  ['a date', { html: `<p>25/11/2026 - 15:40</p><p>${LEAD}</p>` }],
  ['a counter', { html: `<p>${LEAD}</p><p>1,204 views</p>` }],
])('%s alone are no reason to touch a post', async (_, changes) => {
  await revise(changes);

  expect(edits()).toEqual([]);
});

test('what changes only further down changes the reader, not the post', async () => {
  const more = `<p>${LEAD}</p><p>${'The gates stood closed for a whole long winter. '.repeat(12)}</p>`;
  await revise({ html: more });
  expect(post()).toContain(LEAD);
  const before = edits().length;

  await revise({ html: `${more}<p>At last a pilot came aboard.</p>` });
  await world.press(ANNA, ANNA, 'Read');

  expect(edits()).toHaveLength(before);
  expect(JSON.stringify(world.messages(ANNA).at(-1)?.rich_message)).toContain('At last a pilot');
});

test('a post follows three changes, and no more', async () => {
  for (const title of ['Two', 'Three', 'Four', 'Five']) await revise({ title });

  expect(edits()).toHaveLength(3);
  expect(post()).toMatch(/^Four\n/);
});

test('after two days a post stays as it is', async () => {
  await world.pass(48 * HOUR_MS);

  await revise({ title: 'Harbour closes' });

  expect(edits()).toEqual([]);
});

test('a change that comes before the post was sent is in it, and is not made again', async () => {
  world.telegram.throwSwitch({ chatId: ANNA, name: 'outage', on: true });
  world.paper.print({ id: 'gate', title: 'Gate' });
  await nextRound();
  world.paper.revise('gate', { title: 'Gates' });
  await nextRound();
  world.telegram.throwSwitch({ chatId: ANNA, name: 'outage', on: false });
  await world.pass(30 * MINUTE_MS);

  expect(post()).toMatch(/^Gates\n/);
  expect(edits()).toEqual([]);
});

test('a message that cannot be changed any more costs nothing', async () => {
  const refusal = { error_code: 400, description: "Bad Request: message can't be edited" };
  world.telegram.failNext({ method: 'editMessageCaption' }, refusal);

  await revise({ title: 'Harbour closes' });
  world.paper.print({ id: 'next' });
  await nextRound();

  expect(post()).toMatch(/^next\n/);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
});

test('a rich post changes as a whole', async () => {
  await world.store.chats.look(ANNA, { style: 'rich' });
  world.paper.print({ id: 'gate', title: 'Gate' });
  await nextRound();
  world.paper.revise('gate', { title: 'Gates' });
  await nextRound();

  const shown = JSON.stringify(world.messages(ANNA).at(-1)?.rich_message);
  expect(shown).toContain('"Gates"');
  expect(shown).not.toContain('"Gate"');
  expect(edits().map(({ method }) => method)).toEqual(['editMessageText']);
});
