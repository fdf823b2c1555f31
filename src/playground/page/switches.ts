import type { ShownChat, SwitchName } from '../protocol.ts';
import type { Actions, Part } from './actions.ts';
import { el } from './dom.ts';
import { openChat, type View } from './view.ts';

/** What a switch is called, and what will happen. */
const SWITCHES: Record<SwitchName, { label: string; effect: string }> = {
  block: {
    label: 'Block the bot',
    effect:
      'It can no longer write to you. It notices, keeps your subscriptions, and goes on when you unblock it.',
  },
  kick: {
    label: 'Throw the bot out',
    effect: 'It is no longer in this chat. Its subscriptions here wait until it is back.',
  },
  mute: {
    label: 'Forbid the bot to write',
    effect: 'It stays, but every message is refused until you allow it again.',
  },
  flood: {
    label: 'Slow down',
    effect:
      'Telegram answers “Too Many Requests”. Posts wait their turn and arrive when this is off.',
  },
  refusePictures: {
    label: 'Refuse pictures',
    effect: 'Telegram cannot use any picture. The same posts come as text.',
  },
  noPictures: {
    label: 'Forbid pictures',
    effect: 'This chat allows text only. The bot stops trying pictures here.',
  },
  closeTopic: {
    label: 'Close this topic',
    effect: 'Only admins may write in the open topic. Posts for it wait or move, none is lost.',
  },
  migrate: {
    label: 'Become a supergroup',
    effect: 'The group gets a new id, once and for all. The bot moves its subscriptions along.',
  },
  outage: {
    label: 'Telegram is down',
    effect:
      'Every call is answered with “502 Bad Gateway”. All posts wait, and arrive afterwards in order.',
  },
};

/** The switches of the open chat. */
export function createSwitches(actions: Actions): Part {
  const element = el('div', { class: 'switches', 'data-testid': 'switches' });
  return {
    element,
    render(view: View) {
      const chat = openChat(view);
      const focused = document.activeElement?.getAttribute('data-testid');
      element.replaceChildren(
        ...(chat?.switches ?? []).map((it) => switchRow(it, chat as ShownChat, view, actions)),
      );
      if (!focused) return;
      element.querySelector<HTMLElement>(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
    },
  };
}

function switchRow(
  told: ShownChat['switches'][number],
  chat: ShownChat,
  view: View,
  actions: Actions,
): HTMLElement {
  const { name } = told;
  const { label, effect } = SWITCHES[name];
  const topic = chat.topics.find((it) => it.id === view.place.threadId);
  const isTopicMissing = name === 'closeTopic' && topic === undefined;
  const isOn = name === 'closeTopic' ? topic?.closed === true : told.on;
  return el(
    'button',
    {
      type: 'button',
      class: 'switch',
      role: 'switch',
      'aria-checked': String(isOn),
      'data-testid': `switch-${name}`,
      disabled: isTopicMissing || (name === 'migrate' && isOn),
      onclick: () => actions.throwSwitch(name, isOn ? 'off' : 'on'),
    },
    el(
      'span',
      {},
      el('strong', {}, label),
      el('span', {}, isTopicMissing ? 'Open one of the topics first.' : effect),
    ),
    el('i', { class: 'knob' }),
  );
}
