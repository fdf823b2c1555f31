import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databasePath } from '../store/seed.ts';
import {
  ANNA,
  BEN,
  createTestWorld,
  expectNoCrash,
  GROUP,
  OWNER,
  type TestWorld,
} from '../world.ts';

const ABOUT_THE_BOT = /^(get|set|delete)(My|ChatMenuButton)/;

let world: TestWorld;

beforeEach(async () => {
  world = await createTestWorld({ database: databasePath(), profile: 'untold' });
  await introduced();
});

afterEach(async () => {
  await world.end();
  expectNoCrash(world);
});

/** The bot introduces itself a second after its start, beside its other work, and notes when it is done. */
async function introduced() {
  await world.pass(1_000);
  const isNoted = async () => expect(await world.store.notes.get('profile:42')).toBeDefined();
  await vi.waitFor(isNoted, 20_000);
}

const calls = () => world.telegram.calls.filter(({ method }) => ABOUT_THE_BOT.test(method));
const commands = (chatId: number, userId: number) => world.telegram.commands(chatId, userId);
const names = (chatId: number, userId: number) => commands(chatId, userId).map((it) => it.command);

test('everybody is offered what they may use, in their language', () => {
  expect(names(ANNA, ANNA)).toContain('subscribe');
  expect(names(ANNA, ANNA)).not.toContain('addfeed');
  expect(names(OWNER, OWNER)).toContain('addfeed');
  expect(names(GROUP, BEN)).toContain('latest');
  expect(names(GROUP, BEN)).not.toContain('subscribe');
  expect(names(GROUP, ANNA)).toContain('subscribe');
  const list = (userId: number) =>
    commands(userId, userId).find(({ command }) => command === 'list')?.description;
  expect(list(ANNA)).toBe('what this chat follows');
  expect(list(BEN)).toBe('本聊天订阅了什么');
});

test('the menus of commands are Chinese for who reads Chinese', () => {
  world.telegram.addUser({ id: OWNER, first_name: 'Olga', language_code: 'zh-hans' });
  world.telegram.setStanding(GROUP, BEN, 'creator');
  const described = (chatId: number, userId: number) =>
    world.telegram.commands(chatId, userId).map(({ description }) => description);

  expect(described(BEN, BEN)).toContain('挑选新闻源，或按地址订阅');
  expect(described(OWNER, OWNER)).toContain('新闻专线的运行状况');
  expect(described(GROUP, BEN)).toContain('停止订阅某个新闻源');
});

test('in groups the settings are for the eyes of who asks, in private nothing is hidden', () => {
  const unseen = (chatId: number) =>
    commands(chatId, ANNA)
      .filter((it) => 'is_ephemeral' in it && it.is_ephemeral)
      .map(({ command }) => command);

  expect(unseen(GROUP)).toEqual(
    expect.arrayContaining(['settings', 'filter', 'digest', 'quiet', 'timezone', 'language']),
  );
  expect(unseen(GROUP)).not.toContain('subscribe');
  expect(unseen(ANNA)).toEqual([]);
});

test('the rights that the bot asks for in channels let it post, change and delete', () => {
  const [rights] = calls().filter(
    ({ method, params }) =>
      method === 'setMyDefaultAdministratorRights' && params.for_channels === true,
  );
  const granted = Object.entries(rights?.params.rights as object).filter(([, isGiven]) => isGiven);

  expect(granted.map(([right]) => right).toSorted()).toEqual([
    'can_delete_messages',
    'can_edit_messages',
    'can_manage_chat',
    'can_post_messages',
  ]);
});

test('Telegram knows what the bot is, in each language', () => {
  const told = calls().filter(({ method }) => /^setMy\w*Desc/.test(method));
  const codes = new Set(told.map(({ params }) => params.language_code ?? ''));

  expect([...codes]).toEqual(expect.arrayContaining(['', 'ar', 'de', 'es', 'fr', 'ru', 'zh']));
  expect(world.telegram.snapshot().bot.description).toContain('news');
});

test('what was told once is neither told nor asked again', async () => {
  const before = calls().length;

  await world.restart();

  expect(before).toBeGreaterThan(0);
  expect(calls()).toHaveLength(before);
});

test('what Telegram shows already is asked and left as it is', async () => {
  const before = calls().length;

  await world.store.notes.delete('profile:42');
  await world.restart();
  await introduced();

  const again = calls().slice(before);
  expect(again.length).toBeGreaterThan(0);
  expect(again.filter(({ method }) => method.startsWith('set'))).toEqual([]);
});
