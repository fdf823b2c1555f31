import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { hasRedis, type RedisServer, startRedis } from '../redisserver.ts';
import { NOW } from './content.ts';

const DELIVERY = { chatId: 7, threadId: 0, feedId: 1, entryId: 'one' };
const RECEIPT = { messageId: 42, rung: 'photo', at: NOW };

let redis: RedisServer;
let store: Store;

beforeEach(async () => {
  if (!hasRedis) return;
  redis = await startRedis();
  store = await openStore(':memory:', redis.url);
});

afterEach(async () => {
  if (!hasRedis) return;
  await store.close();
  await redis.remove();
});

const onRedis = test.skipIf(!hasRedis);

onRedis('a ledger on Redis remembers what was sent, over kills of either side', async () => {
  await store.ledger.record(DELIVERY, RECEIPT);
  await redis.stop();
  await redis.start();
  await store.close();
  store = await openStore(':memory:', redis.url);

  expect(await store.ledger.receipt(DELIVERY)).toEqual(RECEIPT);
  expect(await store.ledger.receipt({ ...DELIVERY, entryId: 'two' })).toBeUndefined();
});

onRedis('a ledger that is not there says so at once: that is not “not sent”', async () => {
  await store.ledger.record(DELIVERY, RECEIPT);
  await redis.stop();
  const askedAt = performance.now();

  await expect(store.ledger.receipt(DELIVERY)).rejects.toThrow();
  await expect(store.ledger.record(DELIVERY, RECEIPT)).rejects.toThrow();
  expect(performance.now() - askedAt).toBeLessThan(10_000);

  await redis.start();
  await expect.poll(() => store.ledger.receipt(DELIVERY).catch(() => null)).toEqual(RECEIPT);
});

onRedis('a ledger that does not answer says so in a while', async () => {
  await store.ledger.record(DELIVERY, RECEIPT);
  redis.process.kill('SIGSTOP');

  await expect(store.ledger.receipt(DELIVERY)).rejects.toThrow();
  redis.process.kill('SIGCONT');

  await expect.poll(() => store.ledger.receipt(DELIVERY).catch(() => null)).toEqual(RECEIPT);
});

onRedis('a server that takes nothing more has not taken a receipt', async () => {
  const { createClient } = await import('@redis/client');
  const admin = createClient({ url: redis.url });
  await admin.connect();
  await admin.configSet('maxmemory', '1');
  await admin.configSet('maxmemory-policy', 'noeviction');
  admin.destroy();

  await expect(store.ledger.record(DELIVERY, RECEIPT)).rejects.toThrow('OOM');
});

onRedis('a store whose ledger cannot be reached is not opened', async () => {
  await redis.stop();

  await expect(openStore(':memory:', redis.url)).rejects.toThrow('LEDGER_URL cannot be reached');
});
