import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ShownMessage } from '../../src/playground/protocol.ts';
import { BEN, CHANNEL, GROUP, OWNER } from '../world.ts';
import { clear, feed, page, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  stage.telegram.addUser({ id: OWNER, first_name: 'Olga', language_code: 'zh-hans' });
  stage.telegram.setStanding(GROUP, BEN, 'creator');
  stage.telegram.setStanding(CHANNEL, BEN, 'creator');
  await stage.stock('北京日报', ['大桥通车']);
  await stage.stock('北方晚报');
});

afterEach(() => clear(stage));

/** What of the bot's own words in the chat is not Chinese: names of commands, addresses and numbers aside. */
function foreignWords(chatId: number): string[] {
  return stage
    .messages(chatId)
    .filter(({ from, sender_chat }) => from?.is_bot || sender_chat)
    .flatMap(wordsOf)
    .flatMap(
      (text) =>
        text.replace(/https?:\S+|\/[a-z]+|@\S+|[\d.]+:\d+/g, '').match(/[a-zñç]{4,}/gi) ?? [],
    )
    .filter((word) => !KNOWN_WORDS.has(word));
}

/** Names, and words that a command is written with. */
const KNOWN_WORDS = new Set([
  'schedule',
  'Telewire',
  ...['English', 'Deutsch', 'Español', 'Français'],
  'Language',
  'name',
  'category',
  'Paper',
  'channel',
  'example',
  'OPML',
  ...['one', 'two', 'three'],
]);

function wordsOf({ text, caption, reply_markup: markup }: ShownMessage): string[] {
  const buttons = (markup?.inline_keyboard ?? []).flat().map((button) => button.text);
  return [text ?? caption ?? '', ...buttons];
}

test.each([
  ['/start', '我是你的新闻专线'],
  ['/help', '你可以这样问我'],
  ['/subscribe', '这里可以订阅的新闻源'],
  ['/subscribe 北京', '已订阅“北京日报”'],
  ['/subscribe 北', '“北”可能是下面这些'],
  ['/subscribe 天津', '我不知道名为“天津”的新闻源'],
  ['/subscribe 南京 to @nobody_here', '找不到聊天'],
  ['/subscribe 北京 to @paper_channel', 'Paper channel 已订阅“北京日报”'],
  ['/subscribe to @paper_channel', '给Paper channel的新闻源'],
  ['/subscribe http://10.0.0.1/', '10.0.0.1 不是公网地址'],
  ['/unsubscribe', '本聊天还没有订阅'],
  ['/list', '本聊天还没有订阅'],
  ['/latest', '本聊天还没有订阅'],
  ['/latest 99', '一次最多 10 条'],
  ['/read', '发送 /read 加文章链接'],
  ['/read http://10.0.0.1/', '我读不了那个页面'],
  ['/language', '我在这个聊天里用哪种语言'],
  ['/language xx', '我不会“xx”'],
  ['/feeds', '这只供机器人所有者使用'],
  ['早上好', '我不明白这句话'],
])('a Chinese reader who sends %s is answered in Chinese: %s', async (words, sentence) => {
  await stage.say(BEN, BEN, words);

  expect(stage.texts(BEN).join('\n')).toContain(sentence);
  expect(foreignWords(BEN)).toEqual([]);
});

test('following, listing, reading and ending speak Chinese, buttons too', async () => {
  await stage.say(BEN, BEN, '/start');
  await stage.press(BEN, BEN, '浏览新闻源');
  const { text } = await stage.press(BEN, BEN, '北方晚报');
  expect(text).toBe('已订阅“北方晚报”。有新内容就送到这里。');
  await stage.say(BEN, BEN, '/subscribe 北京');
  await stage.press(BEN, BEN, '阅读');
  await stage.press(BEN, BEN, '纯文本');
  expect(stage.buttons(BEN)).toEqual(['带格式', '打开 ↗']);
  await stage.press(BEN, BEN, '带格式');
  await stage.say(BEN, BEN, '/list');
  expect(stage.said(BEN)).toContain('1. 北京日报 — 正常');
  await stage.say(BEN, BEN, '/unsubscribe');
  await stage.press(BEN, BEN, '北方晚报');
  await stage.press(BEN, BEN, '撤销');
  await stage.say(BEN, BEN, '/unsubscribe all');
  await stage.press(BEN, BEN, '取消');
  await stage.say(BEN, BEN, '/unsubscribe all');
  await stage.press(BEN, BEN, '全部停止');
  await stage.press(BEN, BEN, '撤销');
  expect(stage.texts(BEN)).toContain('本聊天重新订阅了 2 个新闻源。');
});

test('a bare address, several of them, and a choice speak Chinese', async () => {
  stage.paper.answerNext(feed('甲'));
  await stage.say(BEN, BEN, `${stage.paper.url}/bare.xml`);
  await stage.press(BEN, BEN, '订阅');
  expect(stage.said(BEN)).toContain('已订阅“甲”');

  stage.paper.answerNext(feed('乙'), { status: 500 });
  await stage.say(BEN, BEN, `/subscribe ${stage.paper.url}/1.xml ${stage.paper.url}/2.xml`);
  expect(stage.said(BEN)).toContain('自己出了问题');

  stage.paper.answerNext(
    page({ title: '丙', href: '/3.xml' }, { title: '丁', href: '/4.xml' }),
    feed('丙'),
  );
  await stage.say(BEN, BEN, `/subscribe ${stage.paper.url}/sections`);
  await stage.press(BEN, BEN, '丙');
  expect(stage.said(BEN)).toContain('已订阅“丙”');
  expect(foreignWords(BEN)).toEqual([]);
});

test('a group speaks the language of whoever brought the bot in', async () => {
  const group = -101;
  const members = { [BEN]: 'creator' } as const;
  stage.telegram.addChat({ id: group, type: 'group', title: '读报会', members, bot: 'absent' });
  stage.telegram.moveBot(group, 'member', BEN);
  await stage.settle();
  expect(stage.said(group)).toBe('大家好！我把新闻送到这个聊天。管理员可以从 /subscribe 开始。');

  await stage.say(BEN, group, '/help');
  expect(stage.said(group)).toContain('在本群只有管理员能更改订阅');
  expect(foreignWords(group)).toEqual([]);
});

test('a Chinese owner is served in Chinese', async () => {
  const before = stage.messages(OWNER).length;
  await stage.say(OWNER, OWNER, '/start');
  for (const command of ['/addfeed', '/removefeed', '/check', '/feeds', '/status', '/help']) {
    await stage.say(OWNER, OWNER, command);
  }
  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.url}/gone.xml`);
  await stage.say(OWNER, OWNER, '/removefeed 北方');
  await stage.press(OWNER, OWNER, '移除');
  expect(stage.said(OWNER)).toBe('“北方晚报”已移除。');

  const fresh = stage.messages(OWNER).slice(before).flatMap(wordsOf).join('\n');
  expect(fresh).toContain('目录中有 2 个新闻源');
  expect(fresh).toContain('已运行 ');
  expect(foreignWords(OWNER)).toEqual([]);
});
