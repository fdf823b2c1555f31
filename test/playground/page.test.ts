import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entityTree } from '../../src/playground/page/entity-tree.ts';
import { afterEvent } from '../../src/playground/page/events.ts';
import { createHearing } from '../../src/playground/page/hearing.ts';
import { targetOf } from '../../src/playground/page/links.ts';
import {
  firstView,
  type View,
  visibleChats,
  visibleMessages,
  withMe,
  withPlace,
  withWorld,
} from '../../src/playground/page/view.ts';
import { pageRoutes } from '../../src/playground/page-files.ts';
import type { ShownChat, ShownMessage, World, WorldEvent } from '../../src/playground/protocol.ts';

const NOW = 1_700_000_000_000;
const ADA = 11;
const LIN = 12;
const GROUP = -100;

describe('the files of the page', () => {
  test('every module is served as JavaScript without types', async () => {
    const modules = globSync('src/playground/page/*.ts').map((path) => path.split('/').at(-1));

    for (const name of modules) {
      const answer = await pageRoutes().request(`/page/${name}`);
      const script = await answer.text();
      expect(answer.headers.get('content-type'), name).toBe('text/javascript; charset=utf-8');
      expect(script, name).not.toMatch(/^(import|export) type|: (string|number|View)\b/m);
    }
  });

  test('the page allows nothing from elsewhere, and no inline script', async () => {
    const answer = await pageRoutes().request('/');
    const policy = answer.headers.get('content-security-policy') ?? '';

    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https:|\*(?!;| |$)/);
    expect(await answer.text()).not.toMatch(/<script(?![^>]* src=)|style="|\son\w+=/);
  });

  test('style sheets and pictures have their types, and every one that is named exists', async () => {
    const styles = globSync('src/playground/page/*.css').map((path) => readFileSync(path, 'utf8'));
    const imported = styles.flatMap((css) => [...css.matchAll(/@import url\("([\w-]+\.css)"\)/g)]);

    expect(imported.length + 1).toBe(styles.length);
    for (const [, name] of imported) {
      const answer = await pageRoutes().request(`/page/${name}`);
      expect(answer.headers.get('content-type'), name).toBe('text/css; charset=utf-8');
    }
    const mark = await pageRoutes().request('/page/mark.svg');
    expect(mark.headers.get('content-type')).toBe('image/svg+xml');
  });

  test.each([
    '/page/tsconfig.json',
    '/page/..%2fprotocol.ts',
    '/page/../page-files.ts',
    '/page/nothing.ts',
  ])('%s is not there', async (path) => {
    expect((await pageRoutes().request(path)).status).toBe(404);
  });
});

describe('the view', () => {
  test('a person sees their own private chat, and the groups they are in', () => {
    expect(visibleChats(view()).map((chat) => chat.id)).toEqual([ADA, GROUP]);
    expect(visibleChats(withMe(view(), LIN)).map((chat) => chat.id)).toEqual([LIN]);
  });

  test('a message elsewhere counts as unread until its chat is opened', () => {
    const message = said(5, 'hello');

    const next = afterEvent(view(), arrival(GROUP, message), NOW);
    const again = afterEvent(next, arrival(GROUP, message), NOW);

    expect(again.unread).toEqual({ [GROUP]: 1 });
    expect(withPlace(again, { chatId: GROUP, threadId: null }).unread).toEqual({});
  });

  test('a topic shows its own messages only, and the whole forum all of them', () => {
    let next = view();
    for (const message of [said(5, 'general'), { ...said(6, 'in topic'), message_thread_id: 2 }]) {
      next = afterEvent(next, arrival(GROUP, message), NOW);
    }

    expect(next.unread).toEqual({ [GROUP]: 1, [`${GROUP}/2`]: 1 });
    expect(texts(withPlace(next, { chatId: GROUP, threadId: 2 }))).toEqual(['in topic']);
    expect(texts(withPlace(next, { chatId: GROUP, threadId: null }))).toEqual([
      'general',
      'in topic',
    ]);
  });

  test('an ephemeral message is shown to its receiver only, and deleting it leaves its neighbours', () => {
    const secret = (id: number, userId: number): ShownMessage => ({
      ...said(0, `only ${id}`),
      ephemeral_message_id: id,
      receiver_user: { id: userId },
    });
    let next = withPlace(view(), { chatId: GROUP, threadId: null });
    for (const message of [secret(1, ADA), secret(2, LIN), secret(3, ADA)]) {
      next = afterEvent(next, arrival(GROUP, message), NOW);
    }
    expect(texts(next)).toEqual(['only 1', 'only 3']);

    const gone = { kind: 'deleted', messageId: 0, ephemeralMessageId: 1 } as const;
    expect(texts(afterEvent(next, { ...gone, chatId: GROUP }, NOW))).toEqual(['only 3']);
  });

  test('a message that replaces another stands in its place, for its receiver only', () => {
    const standIn: ShownMessage = {
      ...said(0, 'the article'),
      ephemeral_message_id: 1,
      receiver_user: { id: ADA },
      replaces: 5,
    };
    let next = withPlace(view(), { chatId: GROUP, threadId: null });
    for (const message of [said(5, 'the post'), said(6, 'another post'), standIn]) {
      next = afterEvent(next, arrival(GROUP, message), NOW);
    }
    const gone = { kind: 'deleted', chatId: GROUP, messageId: 0, ephemeralMessageId: 1 } as const;

    expect(texts(next)).toEqual(['the article', 'another post']);
    expect(texts({ ...next, me: LIN })).toEqual(['the post', 'another post']);
    expect(texts(afterEvent(next, gone, NOW))).toEqual(['the post', 'another post']);
  });

  test('an edited message stays where it stood', () => {
    let next = view();
    for (const message of [said(1, 'one'), said(2, 'two')]) {
      next = afterEvent(next, arrival(ADA, message), NOW);
    }
    const message = said(1, 'one, corrected');
    expect(texts(afterEvent(next, { kind: 'edited', chatId: ADA, message }, NOW))).toEqual([
      'one, corrected',
      'two',
    ]);
  });

  test('a group that becomes a supergroup keeps its messages and stays open', () => {
    const open = withPlace(view(), { chatId: GROUP, threadId: null });
    const message = said(5, 'before');
    const before = afterEvent(open, arrival(GROUP, message), NOW);

    const after = afterEvent(before, { kind: 'migrated', chatId: GROUP, toChatId: -1007 }, NOW);

    expect(after.place.chatId).toBe(-1007);
    expect(texts(after)).toEqual(['before']);
    expect(visibleChats(after).map((chat) => chat.id)).toEqual([ADA, -1007]);
  });

  test('a call refused three times is one line that says so', () => {
    const refused = {
      kind: 'refused',
      chatId: ADA,
      method: 'sendPhoto',
      errorCode: 400,
      description: 'Bad Request: IMAGE_PROCESS_FAILED',
    } as const;

    const next = [1, 2, 3].reduce((view) => afterEvent(view, refused, NOW), view());

    expect(next.notes).toMatchObject([
      { text: 'Telegram refused the picture: Bad Request: IMAGE_PROCESS_FAILED', times: 3 },
    ]);
    expect(next.journal).toMatchObject([{ tone: 'refused', times: 3 }]);
  });

  test('a world asked for anew keeps the messages that are as they were', () => {
    const message = said(1, 'one');
    const before = afterEvent(view(), arrival(ADA, message), NOW);
    const anew = structuredClone(before.world);
    anew.chats[0]?.messages.push(said(2, 'missed'));

    const after = withWorld({ ...before, online: false }, anew);

    expect(texts(after)).toEqual(['one', 'missed']);
    expect(visibleMessages(after)[0]).toBe(message);
    expect(after.online).toBe(true);
  });

  test('what happens while the world is asked for anew is not undone by its answer', async () => {
    let shown = view();
    const older = structuredClone(shown.world);
    const hearing = createHearing((event) => {
      shown = afterEvent(shown, event, NOW);
    });
    const asked = Promise.withResolvers<void>();
    const answered = hearing.holdDuring(
      asked.promise.then(() => {
        shown = withWorld(shown, older);
      }),
    );

    hearing.hear(arrival(ADA, said(1, 'one')));
    hearing.hear(arrival(ADA, said(2, 'two')));
    asked.resolve();
    await answered;
    hearing.hear(arrival(ADA, said(3, 'three')));

    expect(texts(shown)).toEqual(['one', 'two', 'three']);
  });

  test('the log begins with what happened before, and goes on with what was missed', () => {
    const { world } = view();
    const past = [
      { atMs: NOW - 2000, event: arrival(ADA, said(1, 'one')) },
      { atMs: NOW - 1000, event: arrival(ADA, said(2, 'two')) },
    ];
    const missed = { atMs: NOW, event: arrival(ADA, said(3, 'three')) };

    const opened = firstView({ ...world, past }, {});
    const again = withWorld(opened, { ...world, past: [...past, missed] });

    expect(opened.journal.map(({ text }) => text)).toEqual(['Sent: one', 'Sent: two']);
    expect(again.journal.map(({ text }) => text)).toEqual([
      'Sent: one',
      'Sent: two',
      'Sent: three',
    ]);
  });

  test('the log does not tell as a deed of the bot what others did', () => {
    const message = said(1, 'one');
    const byPerson = { kind: 'message', chatId: ADA, message, by: 'person' } as const;
    const previewed = { kind: 'previewed', chatId: ADA, message } as const;

    expect(afterEvent(view(), byPerson, NOW).journal).toEqual([]);
    expect(afterEvent(view(), previewed, NOW).journal).toEqual([]);
  });

  test('what was asked to be printed is awaited in its own chat', () => {
    const message = said(1, 'Bees choose the library\n\nA swarm decides.');
    const printing = { chatId: ADA, title: 'Bees choose the library' };
    const waiting = { ...view(), printing };

    expect(afterEvent(waiting, arrival(GROUP, message), NOW).printing).toEqual(printing);
    expect(afterEvent(waiting, arrival(ADA, said(2, 'Cats')), NOW).printing).toEqual(printing);
    expect(afterEvent(waiting, arrival(ADA, message), NOW).printing).toBeNull();
  });

  test('a chat shows its newest 500 messages', () => {
    let next = view();
    for (let id = 1; id <= 501; id += 1)
      next = afterEvent(next, arrival(ADA, said(id, `${id}`)), NOW);

    expect(texts(next)).toHaveLength(500);
    expect(texts(next)[0]).toBe('2');
  });

  test('typing ends after five seconds, or with the message', () => {
    const typing = afterEvent(view(), { kind: 'typing', chatId: ADA }, NOW);
    expect(typing.typingUntilMs).toEqual({ [ADA]: NOW + 5000 });

    const message = said(1, 'here');
    const sent = afterEvent(typing, arrival(ADA, message), NOW);
    expect(sent.typingUntilMs).toEqual({});
  });
});

test.each([
  ['https://t.me/telewire_bot?start=r_7', { kind: 'start', payload: 'r_7' }],
  ['https://t.me/Telewire_Bot', { kind: 'bot' }],
  ['https://t.me/telewire_bot?startgroup=x', { kind: 'invitation' }],
  ['https://t.me/readers/12', { kind: 'chat', chatId: GROUP, messageId: 12 }],
  ['https://t.me/somebody', { kind: 'outside', url: 'https://t.me/somebody' }],
  ['example.org/a', { kind: 'outside', url: 'https://example.org/a' }],
  ['javascript:alert(1)', { kind: 'nowhere' }],
  ['tg://user?id=1', { kind: 'nowhere' }],
  ['http://', { kind: 'nowhere' }],
])('the link %s leads where it should', (link, target) => {
  expect(targetOf(link, view().world)).toEqual(target);
});

describe('entities', () => {
  const entity = (type: string, offset: number, length: number) => ({ type, offset, length });

  test('nested ones nest, whatever their order', () => {
    const tree = entityTree('one two three', [entity('italic', 4, 3), entity('bold', 0, 7)]);
    expect(tree).toEqual([
      {
        entity: entity('bold', 0, 7),
        children: ['one ', { entity: entity('italic', 4, 3), children: ['two'] }],
      },
      ' three',
    ]);
  });

  test('what crosses, overshoots or lies outside is cut, and no letter is lost', () => {
    const hostile = [
      entity('bold', 0, 5),
      entity('italic', 3, 99),
      entity('code', 50, 3),
      entity('code', -4, 2),
      entity('code', 2, -1),
    ];
    const text = (nodes: ReturnType<typeof entityTree>): string =>
      nodes.map((node) => (typeof node === 'string' ? node : text(node.children))).join('');

    expect(text(entityTree('Hello, world', hostile))).toBe('Hello, world');
  });
});

function view(): View {
  const user = (id: number) => ({
    id,
    first_name: `User ${id}`,
    username: `u${id}`,
    language_code: 'en',
  });
  const world: World = {
    bot: { id: 5000, first_name: 'Telewire', username: 'telewire_bot', description: '' },
    users: [user(ADA), user(LIN)],
    chats: [
      chat(ADA, 'private'),
      chat(LIN, 'private'),
      {
        ...chat(GROUP, 'supergroup'),
        username: 'readers',
        topics: [{ id: 2, name: 'World', closed: false }],
        members: [{ userId: ADA, status: 'creator' }],
      },
    ],
    past: [],
    nowMs: Date.now(),
  };
  return firstView(world, {});
}

function chat(id: number, type: ShownChat['type']): ShownChat {
  return {
    id,
    type,
    title: `Chat ${id}`,
    username: null,
    forum: false,
    topics: [],
    members: [],
    bot: 'member',
    switches: [],
    messages: [],
  };
}

function said(id: number, text: string): ShownMessage {
  const from = { id: 5000, is_bot: true, first_name: 'Telewire' };
  return { message_id: id, date: NOW / 1000, chat: { id: 0 }, from, text };
}

function arrival(chatId: number, message: ShownMessage): WorldEvent {
  return { kind: 'message', chatId, message, by: 'bot' };
}

function texts(view: View): (string | undefined)[] {
  return visibleMessages(view).map((message) => message.text);
}
