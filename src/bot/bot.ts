import { Bot, Composer } from 'grammy';
import type { Clock } from '../model.ts';
import type { Pace } from '../telegram/pace.ts';
import { pacedReplies } from '../telegram/replies.ts';
import { clientOptions, type Way } from '../telegram/way.ts';
import { access } from './access.ts';
import { acquaintance } from './acquaintance.ts';
import { addFeed } from './addfeed.ts';
import { admittance } from './admittance.ts';
import { backup } from './backup.ts';
import { catalogue } from './catalogue.ts';
import { check } from './check.ts';
import type { BotContext } from './context.ts';
import { dead } from './dead.ts';
import { digest } from './digest.ts';
import { elsewhere } from './elsewhere.ts';
import { feedCard } from './feedcard.ts';
import { feedEdit } from './feededit.ts';
import { filter } from './filter.ts';
import { handwriting } from './handwriting.ts';
import { inline } from './inline.ts';
import { language } from './language.ts';
import { latest } from './latest.ts';
import { leftover } from './leftover.ts';
import { lifecycle } from './lifecycle.ts';
import { list } from './list.ts';
import { more } from './more.ts';
import { opml } from './opml.ts';
import { owner } from './owner.ts';
import type { BotParts } from './parts.ts';
import { pause } from './pause.ts';
import { prompts } from './prompts.ts';
import { quiet } from './quiet.ts';
import { reaction, reactionsToUs } from './reaction.ts';
import { read } from './read.ts';
import { restraint, unforged } from './restraint.ts';
import { search } from './search.ts';
import { setFeed } from './setfeed.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { subscribe } from './subscribe.ts';
import { takeBack } from './takeback.ts';
import { template } from './template.ts';
import { timezone } from './timezone.ts';
import { createToldOnce, type ToldOnce } from './toldonce.ts';
import { topics } from './topics.ts';
import { createTurns } from './turns.ts';
import { undo } from './undo.ts';
import { unsubscribe } from './unsubscribe.ts';
import { where } from './where.ts';
import { why } from './why.ts';

export type Conversation = {
  /** Dealt with all updates that were taken up. */
  idle(): Promise<void>;
  /** Dealt with this one. */
  dealtWith(updateId: number): Promise<void>;
  toldOnce: ToldOnce;
};

/** Answers to people go at their turn, before broadcasts. */
export function createBot(
  token: string,
  { way, pace, clock }: { way: Way; pace: Pace; clock: Clock },
): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { client: clientOptions(way) });
  if (way.watch) bot.api.config.use(way.watch);
  bot.api.config.use(pacedReplies(pace, clock));
  return bot;
}

/** Teaches the bot its features: each is one composer in one file; here they are only listed. */
export function teach(bot: Bot<BotContext>, parts: BotParts): Conversation {
  const { clock, log } = parts;
  const turns = createTurns(clock, log);
  const toldOnce = createToldOnce({ inbox: parts.store.inbox, clock, log });
  bot.on('chat_member', ({ chatMember }) =>
    parts.forgetMember(chatMember.chat.id, chatMember.new_chat_member.user.id),
  );
  bot.use(toldOnce.keep, turns.middleware, inline(parts), reactionsToUs, handwriting);
  bot.use(toldOnce.persistently(new Composer(acquaintance(parts), lifecycle(parts))));
  bot.use(restraint(parts), admittance(parts), unforged(parts));
  bot.use(prompts(parts), where(parts), elsewhere(parts), setFeed(parts), feedEdit(parts));
  bot.use(start(parts), catalogue(parts), subscribe(parts), unsubscribe(parts), undo(parts));
  bot.use(
    list(parts),
    latest(parts),
    read(parts),
    search(parts),
    why(parts),
    language(parts),
    opml(parts),
  );
  bot.use(addFeed(parts), owner(parts), feedCard(parts), check(parts), status(parts), dead(parts));
  bot.use(backup(parts), access(parts));
  bot.use(
    more(parts),
    reaction(parts),
    takeBack(parts),
    settings(parts),
    template(parts),
    filter(parts),
  );
  bot.use(digest(parts), quiet(parts), timezone(parts), pause(parts), topics(parts));
  bot.use(leftover(parts));
  bot.catch(({ error, ctx }) => log('update.crashed', { updateId: ctx.update.update_id, error }));
  return { idle: turns.idle, dealtWith: turns.dealtWith, toldOnce };
}
