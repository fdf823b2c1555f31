import { expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, FORUM, GROUP, SUPERGROUP, setStage } from './telegram.ts';

test('a person sees the narrowest list of commands, in his language where there is one', async () => {
  const { api, world } = await setStage();
  const list = (description: string) => [{ command: 'go', description }];
  await api.setMyCommands(list('default'));
  await api.setMyCommands(list('standard'), { language_code: 'de' });
  await api.setMyCommands(list('private'), { scope: { type: 'all_private_chats' } });
  await api.setMyCommands(list('admins'), { scope: { type: 'all_chat_administrators' } });
  const seen = (chatId: number, userId: number) => world.commands(chatId, userId)[0]?.description;

  expect(seen(ANNA, ANNA)).toBe('private');
  expect(seen(GROUP, ANNA)).toBe('admins');
  expect(seen(GROUP, BEN)).toBe('standard');

  await api.setMyCommands(list('here'), { scope: { type: 'chat', chat_id: GROUP } });
  expect(seen(GROUP, BEN)).toBe('here');

  await api.deleteMyCommands({ scope: { type: 'chat', chat_id: GROUP } });
  expect(seen(GROUP, BEN)).toBe('standard');
  expect(await api.getMyCommands({ language_code: 'de' })).toEqual(list('standard'));
});

test.each([
  [{ command: 'Go', description: 'a' }, 'BOT_COMMAND_INVALID'],
  [{ command: 'a'.repeat(33), description: 'a' }, 'BOT_COMMAND_INVALID'],
  [{ command: 'go', description: '' }, 'BOT_COMMAND_DESCRIPTION_INVALID'],
])('the command %j is refused', async (command, description) => {
  const { call } = await setStage();

  const reply = await call('setMyCommands', { commands: [command] });

  expect(reply.description).toBe(`Bad Request: ${description}`);
});

test('name and descriptions are kept by language', async () => {
  const { api, world } = await setStage();
  await api.setMyName('Wire');
  await api.setMyName('Draht', { language_code: 'de' });
  await api.setMyDescription('Feeds in, posts out');
  await api.setMyShortDescription('Feeds');

  expect(await api.getMyName({ language_code: 'de' })).toEqual({ name: 'Draht' });
  expect(await api.getMyName({ language_code: 'fr' })).toEqual({ name: 'Wire' });
  expect(await api.getMyShortDescription()).toEqual({ short_description: 'Feeds' });
  expect(world.snapshot().bot).toEqual({
    id: 42,
    first_name: 'Wire',
    username: 'telewire_bot',
    description: 'Feeds in, posts out',
  });
});

test('menu button and default rights are kept', async () => {
  const { api } = await setStage();
  await api.setChatMenuButton({ chat_id: ANNA, menu_button: { type: 'commands' } });
  await api.setMyDefaultAdministratorRights({
    for_channels: true,
    rights: { can_post_messages: true } as never,
  });

  expect(await api.getChatMenuButton({ chat_id: ANNA })).toEqual({ type: 'commands' });
  expect(await api.getMyDefaultAdministratorRights({ for_channels: true })).toEqual({
    can_post_messages: true,
  });
});

test('members are told by their standing', async () => {
  const { api, call, world } = await setStage();

  expect(await api.getChatMember(CHANNEL, BEN)).toMatchObject({ status: 'member' });
  expect(await api.getChatMember(GROUP, ANNA)).toMatchObject({ status: 'creator' });
  expect(await api.getChatMember(CHANNEL, 42)).toMatchObject({
    status: 'administrator',
    can_post_messages: true,
  });
  const administrators = await api.getChatAdministrators(CHANNEL);
  expect(administrators.map(({ user }) => user.id)).toEqual([ANNA, 42]);

  world.setStanding(GROUP, BEN, null);
  expect(await api.getChatMember(GROUP, BEN)).toMatchObject({ status: 'left' });
  const unknown = await call('getChatMember', { chat_id: GROUP, user_id: 999 });
  expect(unknown.description).toBe('Bad Request: PARTICIPANT_ID_INVALID');
  world.moveBot(CHANNEL, 'member');
  const asMember = await call('getChatMember', { chat_id: CHANNEL, user_id: BEN });
  expect(asMember.description).toBe('Bad Request: member list is inaccessible');
});

test('a chat is told with its permissions', async () => {
  const { api, world } = await setStage();
  world.throwSwitch({ chatId: SUPERGROUP, name: 'noPictures', on: true });

  expect(await api.getChat(SUPERGROUP)).toMatchObject({
    id: SUPERGROUP,
    type: 'supergroup',
    title: 'Big club',
    permissions: { can_send_messages: true, can_send_photos: false },
  });
});

test('who leaves a chat is told so and stays out', async () => {
  const { api, call } = await setStage();
  await api.leaveChat(SUPERGROUP);

  const reply = await call('sendMessage', { chat_id: SUPERGROUP, text: 'a' });

  expect(reply.description).toBe('Forbidden: bot is not a member of the supergroup chat');
});

test('topics are managed with the right to do so', async () => {
  const { api, call, world } = await setStage();
  const create = { chat_id: FORUM, name: 'News' };

  const asMember = await call('createForumTopic', create);
  world.moveBot(FORUM, 'administrator');
  const topic = await api.createForumTopic(FORUM, 'Politics');
  await api.closeForumTopic(FORUM, topic.message_thread_id);
  const closed = world
    .snapshot()
    .chats.find(({ id }) => id === FORUM)
    ?.topics.at(-1);
  await api.reopenForumTopic(FORUM, topic.message_thread_id);
  const noForum = await call('createForumTopic', { chat_id: SUPERGROUP, name: 'a' });

  expect(asMember.description).toBe('Bad Request: not enough rights to manage topics in the chat');
  expect(closed).toEqual({ id: topic.message_thread_id, name: 'Politics', closed: true });
  expect(world.messages(FORUM).map((message) => message.service)).toEqual([
    'The topic Politics was created',
    'The topic Politics was closed',
    'The topic Politics was reopened',
  ]);
  expect(noForum.description).toBe('Bad Request: the chat is not a forum');
});
