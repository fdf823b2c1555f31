import { Composer } from 'grammy';
import { DENIED } from '../store/permissions.ts';
import { answerOf } from '../telegram/answer.ts';
import { askerOf } from './allowed.ts';
import { answer, type BotContext, isGroup } from './context.ts';
import { knock } from './knocking.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';

/** What happens to chats: the bot comes in, is thrown out, blocked, let back; groups and topics change. */
export function lifecycle(parts: BotParts): Composer<BotContext> {
  const { store, clock, wakeDelivery, forgetMember } = parts;
  const feature = new Composer<BotContext>();

  feature.on('my_chat_member', async (ctx) => {
    const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
    forgetMember(ctx.known.id, after.user.id);
    if (after.status === 'kicked' || after.status === 'left') {
      return store.chats.hold(ctx.known.id, `the bot is ${after.status}`, clock.now());
    }
    await comeBack(ctx, parts);
    const isNew = before.status === 'left' || before.status === 'kicked';
    if (isNew && isGroup(ctx.known) && ctx.known.heldAt === null) {
      await greet(ctx, parts);
    }
    if (isNew && ctx.known.kind === 'channel') await greetPrivately(ctx);
  });

  feature.on('message:migrate_to_chat_id', async (ctx) => {
    await store.chats.move(ctx.known.id, ctx.msg.migrate_to_chat_id, clock.now());
    wakeDelivery();
  });
  feature.on('message:migrate_from_chat_id', async (ctx) => {
    await store.chats.move(ctx.msg.migrate_from_chat_id, ctx.known.id, clock.now());
    wakeDelivery();
  });

  feature.on('message:forum_topic_reopened', async (ctx) => {
    const threadId = ctx.msg.message_thread_id ?? 0;
    await store.outbox.topicOpened({ chatId: ctx.known.id, threadId }, clock.now());
    wakeDelivery();
  });

  // Whoever writes to us in private has not blocked us, whatever we believed.
  feature.chatType('private').on('message', async (ctx, next) => {
    if (ctx.known.heldAt !== null) await comeBack(ctx, parts);
    await next();
  });

  return feature;
}

/** Says hello to a group; where nobody has let it in yet, asks whether to. */
async function greet(ctx: BotContext, parts: BotParts): Promise<void> {
  const { id, kind } = ctx.known;
  const admitted = await parts.admission.admitted({ id, kind }, askerOf(ctx));
  await answer(ctx, ctx.say(admitted === 'in' ? 'hello-group' : await knock(ctx, parts)));
}

/** A channel is for its posts: how to go on is said to whoever brought us in, if they ever wrote to us. */
async function greetPrivately(ctx: BotContext): Promise<void> {
  const { chat, from } = ctx.myChatMember ?? {};
  if (!from || from.is_bot) return;
  const words = { chat: quoted(ctx.known.title), id: String(chat?.id) };
  await answerOf(ctx.api.sendMessage(from.id, ctx.say('hello-channel', words)));
}

/** Ends a hold: what was missed comes now, and where it is much the newest come and one message tells the rest. */
async function comeBack(ctx: BotContext, parts: BotParts): Promise<void> {
  const { store, admission, clock, wakeDelivery } = parts;
  // Telegram lets us in again, but an owner does not want us to.
  if (await admission.isDenied(ctx.known.id)) {
    if (ctx.known.heldReason !== DENIED) await store.chats.hold(ctx.known.id, DENIED, clock.now());
    return;
  }
  const heldAt = await store.chats.revive(ctx.known.id, clock.now());
  wakeDelivery();
  if (heldAt === null) return;
  const count = await store.outbox.countOf(ctx.known.id);
  if (ctx.known.kind !== 'channel') await answer(ctx, ctx.say('welcome-back', { count }));
}
