import { Composer } from 'grammy';
import { answer, type BotContext, isGroup } from './context.ts';
import type { BotParts } from './parts.ts';

/** What happens to chats: the bot comes in, is thrown out, blocked, let back; groups and topics change. */
export function lifecycle(parts: BotParts): Composer<BotContext> {
  const { store, clock, wakeDelivery } = parts;
  const feature = new Composer<BotContext>();

  feature.on('my_chat_member', async (ctx) => {
    const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
    if (after.status === 'kicked' || after.status === 'left') {
      return store.chats.hold(ctx.known.id, `the bot is ${after.status}`, clock.now());
    }
    await comeBack(ctx, parts);
    const isNew = before.status === 'left' || before.status === 'kicked';
    if (isNew && isGroup(ctx.known) && ctx.known.heldAt === null) {
      await answer(ctx, ctx.say('hello-group'));
    }
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
    await store.outbox.postponeTopic({ chatId: ctx.known.id, threadId }, clock.now());
    wakeDelivery();
  });

  // Whoever writes to us in private has not blocked us, whatever we believed.
  feature.chatType('private').on('message', async (ctx, next) => {
    if (ctx.known.heldAt !== null) await comeBack(ctx, parts);
    await next();
  });

  return feature;
}

/** Ends a hold: what was missed comes now, and where it is much the newest come and one message tells the rest. */
async function comeBack(ctx: BotContext, { store, clock, wakeDelivery }: BotParts): Promise<void> {
  const heldAt = await store.chats.revive(ctx.known.id, clock.now());
  wakeDelivery();
  if (heldAt === null) return;
  const count = await store.outbox.countOf(ctx.known.id);
  if (ctx.known.kind !== 'channel') await answer(ctx, ctx.say('welcome-back', { count }));
}
