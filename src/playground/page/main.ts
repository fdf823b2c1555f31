import type { InlineAnswer } from '../inline-protocol.ts';
import type { ShownCommand } from '../protocol.ts';
import { createActions } from './acting.ts';
import { createChatList } from './chat-list.ts';
import { createComposer } from './composer.ts';
import { byId } from './dom.ts';
import { afterEvent } from './events.ts';
import { createGuide } from './guide.ts';
import { createHeader } from './header.ts';
import { createHearing } from './hearing.ts';
import { recall, remember } from './memory.ts';
import { createPanel } from './panel.ts';
import { arrangePanes } from './panes.ts';
import { createTimeline } from './timeline.ts';
import { toast } from './toast.ts';
import { createTour } from './tour.ts';
import { firstView, type View, withWorld } from './view.ts';
import { wire } from './wire.ts';

// Data goes one way: an event or an action makes the next view, and every part draws it.
const TYPING_CHECK_MS = 1000;

let view: View = firstView(await wire.world(), recall());
let isDrawingPlanned = false;

const held = { view: () => view, change };
const doing = createActions(held);
const actions = { ...doing, tour: createGuide(held, doing) };
const parts = [
  createChatList(byId('chats'), actions),
  createHeader(byId('head'), actions),
  createTimeline(byId('timeline'), actions),
  createComposer(byId('composer'), actions, { commands, inline }),
  createPanel(byId('panel'), actions),
  createTour(byId('tour'), actions),
];

const hearing = createHearing((event) => change((view) => afterEvent(view, event, Date.now())));

wire.listen({
  event: hearing.hear,
  opened: () => void hearing.holdDuring(refresh()),
  lost: () => change((view) => ({ ...view, online: false })),
});
setInterval(endTyping, TYPING_CHECK_MS);
arrangePanes();
if (new URLSearchParams(location.search).has('tour')) actions.tour.begin();
draw();

function change(next: (view: View) => View): void {
  view = next(view);
  if (isDrawingPlanned) return;
  isDrawingPlanned = true;
  queueMicrotask(draw);
}

function draw(): void {
  isDrawingPlanned = false;
  for (const part of parts) part.render(view);
  remember(view);
}

/** Events may have been missed while the line was down: the world is asked for anew. */
async function refresh(): Promise<void> {
  try {
    const world = await wire.world();
    change((view) => withWorld(view, world));
  } catch {
    toast('The playground does not answer. Is it still running?');
  }
}

async function commands(): Promise<ShownCommand[]> {
  try {
    return await wire.commands(view.place.chatId, view.me);
  } catch {
    return [];
  }
}

async function inline(query: string, offset: string): Promise<InlineAnswer> {
  try {
    return await wire.ask({ userId: view.me, query, offset });
  } catch {
    return { queryId: '', results: [], nextOffset: '', button: null };
  }
}

function endTyping(): void {
  const typing = Object.entries(view.typingUntilMs);
  const going = typing.filter(([, untilMs]) => untilMs > Date.now());
  if (going.length < typing.length) {
    change((view) => ({ ...view, typingUntilMs: Object.fromEntries(going) }));
  }
}
