import type { Scene } from './actions.ts';
import { el } from './dom.ts';
import { isEphemeral, openChat } from './view.ts';

const OFFERED = ['👍', '👎'];

/** Beside a message: the reactions that can be given with a tap, and taken back with another. */
export function reactionButtons({ message, view, actions }: Scene): HTMLElement | null {
  if (isEphemeral(message) || message.from?.id === view.me) return null;
  if (openChat(view)?.type === 'channel') return null;
  const own = message.reactions?.find(({ userId }) => userId === view.me)?.emoji;
  return el(
    'span',
    { class: 'react' },
    ...OFFERED.map((emoji) =>
      el(
        'button',
        {
          type: 'button',
          'aria-label': `React with ${emoji}`,
          'aria-pressed': own === emoji,
          'data-testid': 'react',
          onclick: () => actions.react(message, own === emoji ? null : emoji),
        },
        emoji,
      ),
    ),
  );
}

/** Below a message: how often each reaction was given. */
export function reactionsGiven({ message: { reactions = [] } }: Scene): HTMLElement | null {
  if (reactions.length === 0) return null;
  const given = Map.groupBy(reactions, ({ emoji }) => emoji);
  return el(
    'div',
    { class: 'reactions', 'data-testid': 'reactions' },
    ...[...given].map(([emoji, { length }]) => el('span', {}, `${emoji} ${length}`)),
  );
}
