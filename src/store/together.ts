import { setImmediate as nextTurn } from 'node:timers/promises';

type Waiting<Item, Answer> = {
  item: Item;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

/** Over in no time when nothing else is going on, and long when much is, so that batches grow with the need for them. */
const TURNS = 4;

/** Writes that may share a transaction: those of a few turns of the event loop do, in their order, and one sync to disk
 *  serves them all; what it answers holds for each. When that fails each is written by itself, so that nobody suffers for another. */
export function together<Item, Answer = void>(
  write: (items: Item[]) => Promise<Answer>,
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    waiting.push({ item, resolve, reject });
    if (waiting.length === 1) void writeSoon();
    return promise;
  };

  async function writeSoon(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
    const batch = waiting;
    waiting = [];
    try {
      const answer = await write(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve(answer);
    } catch {
      for (const { item, resolve, reject } of batch) await write([item]).then(resolve, reject);
    }
  }
}
