import type { TelegramWorld } from './world.ts';

/** Who sits before the page; owner of the bot and creator of its chats. */
export const YOU = 1001;
const MINA = 1002;
export const GROUP = -4001;
export const FORUM = -1_004_200_000_001;
export const CHANNEL = -1_004_300_000_005;

/** The people and chats that a visitor of the playground finds: one of each kind. */
export function populate(world: TelegramWorld): void {
  world.addUser({ id: YOU, first_name: 'You', username: 'you', language_code: 'en' });
  world.addUser({ id: MINA, first_name: 'Mina 米娜', username: 'mina', language_code: 'zh-hans' });
  const friends = { [YOU]: 'creator', [MINA]: 'member' } as const;
  world.addChat({ id: YOU, type: 'private', bot: 'absent' });
  world.addChat({ id: GROUP, type: 'group', title: 'Book club', members: friends });
  world.addChat({
    id: FORUM,
    type: 'supergroup',
    title: 'Neighbourhood',
    username: 'neighbourhood',
    members: friends,
    topics: ['World news', 'Local news'],
  });
  world.addChat({
    id: CHANNEL,
    type: 'channel',
    title: 'Morning paper',
    username: 'morning_paper',
    members: { [YOU]: 'creator', [MINA]: 'subscriber' },
    bot: 'administrator',
  });
}
