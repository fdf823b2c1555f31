// A process of its own, so that it can be killed: records receipts and notes for as long as it lives, and says of each
// that it is acknowledged. Several are under way at the same time, as in a broadcast.

import { openStore } from '../../src/store/store.ts';

const AT_ONCE = 8;

const [path = ''] = process.argv.slice(2);
const store = await openStore(path);

async function record(lane: number): Promise<void> {
  for (let number = 0; ; number += 1) {
    const key = { chatId: lane, threadId: 0, feedId: 1, entryId: String(number) };
    await store.ledger.record(key, { messageId: number, rung: 'text', at: Date.now() });
    await store.notes.set(`${lane}/${number}`, number);
    process.stdout.write(`${lane} ${number}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => record(lane)));
