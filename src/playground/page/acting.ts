import type { ShownMessage } from '../protocol.ts';
import type { Actions } from './actions.ts';
import { byId } from './dom.ts';
import { afterEvent } from './events.ts';
import { type Target, targetOf } from './links.ts';
import { showChat, showChats, togglePanel } from './panes.ts';
import { alertBox, toast } from './toast.ts';
import { type Place, type View, withMe, withPlace } from './view.ts';
import { wire } from './wire.ts';

const PRINTING_MS = 15_000;

/** The view, and the one way to change it. */
type Held = { view(): View; change(next: (view: View) => View): void };

/** Carries out what people do: some of it changes the view, some of it is told to the world and comes back as events. */
export function createActions(held: Held): Omit<Actions, 'tour'> {
  const { view, change } = held;
  return {
    open: (place) => open(held, place),
    say: (text) => say(held, text),
    choose: (queryId, resultId) => choose(held, queryId, resultId),
    start: (payload) => void go(held, { kind: 'start', payload }),
    press: (message, data) => press(held, message, data),
    react: (message, emoji) => react(held, message, emoji),
    follow: (url) => go(held, targetOf(url, view().world)),
    copy: (text) => void copy(text),
    replyTo(message) {
      change((view) => ({ ...view, replyTo: message }));
      if (message) byId('composer').querySelector('textarea')?.focus();
    },
    dismiss: (message) => change((view) => withoutEphemeral(view, message)),
    writeAs: (userId) => change((view) => withMe(view, userId)),
    throwSwitch(name, position) {
      const { chatId, threadId } = view().place;
      const topic = threadId === null ? {} : { threadId };
      tell(wire.throwSwitch({ chatId, name, on: position === 'on', ...topic }));
    },
    share: (requestId, chatId) => tell(wire.share({ userId: view().me, requestId, chatId })),
    printArticle: () => printArticle(held),
    leap: async (byMs) => {
      await wire.leap({ byMs }).catch((error: unknown) => toast(failure(error)));
    },
    showChats,
    togglePanel,
  };
}

function open({ change }: Held, place: Place): void {
  change((view) => withPlace(view, place));
  showChat();
}

function say({ view, change }: Held, text: string): void {
  const { me, place, replyTo } = view();
  const threadId = place.threadId ?? replyTo?.message_thread_id;
  tell(
    wire.say({
      userId: me,
      chatId: place.chatId,
      text,
      ...(threadId === undefined ? {} : { threadId }),
      ...(replyTo ? { replyTo: replyTo.message_id } : {}),
    }),
  );
  change((view) => ({ ...view, replyTo: null }));
}

function choose({ view }: Held, queryId: string, resultId: string): void {
  const { me, place } = view();
  const thread = place.threadId === null ? {} : { threadId: place.threadId };
  tell(wire.choose({ userId: me, chatId: place.chatId, queryId, resultId, ...thread }));
}

function react({ view }: Held, message: ShownMessage, emoji: string | null): void {
  const { me, place } = view();
  const { message_id: messageId } = message;
  tell(wire.react({ userId: me, chatId: place.chatId, messageId, emoji }));
}

async function press(held: Held, message: ShownMessage, data: string): Promise<void> {
  const { me, place, world } = held.view();
  const ephemeralId = message.ephemeral_message_id;
  try {
    const answer = await wire.press({
      userId: me,
      chatId: place.chatId,
      messageId: message.message_id,
      data,
      ...(ephemeralId === undefined ? {} : { ephemeralMessageId: ephemeralId }),
    });
    if (answer.text && answer.showAlert) alertBox(world.bot.first_name, answer.text);
    else if (answer.text) toast(answer.text);
    if (answer.url) openAnywhere(held, answer.url);
  } catch (error) {
    toast(failure(error));
  }
}

/** The button works again when the article is here, or when that takes longer than anybody waits. */
async function printArticle({ view, change }: Held): Promise<string | null> {
  const { chatId } = view().place;
  const end = () => change((view) => ({ ...view, printing: null }));
  change((view) => ({ ...view, printing: { chatId, title: null } }));
  try {
    const { title, feed, isFollowed } = await wire.publish({ chatId });
    if (!isFollowed) {
      toast(`“${title}” is in ${feed} now. Follow a feed here, and what is printed will come.`);
      end();
      return title;
    }
    const printing = { chatId, title };
    change((view) => ({ ...view, printing }));
    setTimeout(() => view().printing === printing && end(), PRINTING_MS);
    return title;
  } catch (error) {
    toast(failure(error));
    end();
    return null;
  }
}

function openAnywhere(held: Held, url: string): void {
  const target = targetOf(url, held.view().world);
  if (go(held, target) || target.kind !== 'outside') return;
  window.open(target.url, '_blank', 'noopener,noreferrer');
}

/** True when the target lies inside of the page. */
function go(held: Held, target: Target): boolean {
  const { me } = held.view();
  switch (target.kind) {
    case 'start':
      tell(wire.start({ userId: me, payload: target.payload }));
      open(held, { chatId: me, threadId: null });
      return true;
    case 'bot':
      open(held, { chatId: me, threadId: null });
      return true;
    case 'chat':
      open(held, { chatId: target.chatId, threadId: null });
      setTimeout(() => scrollToMessage(target.messageId));
      return true;
    case 'invitation':
      toast(
        'The real Telegram would now ask for a group or a channel. Here the bot is in one of each.',
      );
      return true;
    case 'outside':
    case 'nowhere':
      return false;
  }
}

function withoutEphemeral(view: View, message: ShownMessage): View {
  const chatId = view.place.chatId;
  const ephemeralMessageId = message.ephemeral_message_id ?? 0;
  return afterEvent(
    view,
    { kind: 'deleted', chatId, messageId: 0, ephemeralMessageId },
    Date.now(),
  );
}

function scrollToMessage(messageId: number | null): void {
  document.querySelector(`[data-message="${messageId}"]`)?.scrollIntoView({ block: 'center' });
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast('Copied');
  } catch {
    toast(text);
  }
}

/** What the world does about it comes back as events; here only a failure needs a word. */
function tell(request: Promise<unknown>): void {
  request.catch((error: unknown) => toast(failure(error)));
}

function failure(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
