import type { Store } from '../src/store/store.ts';

/** Faults of the disk that are still to come, such as `outbox.done`; each happens once. */
export type Faults = Set<string>;

/** The store on a disk with these faults. */
export function onFaultyDisk(faults: Faults): (store: Store) => Store {
  const breakable = <Part extends object>(part: Part, name: string): Part =>
    new Proxy(part, {
      get(target, method) {
        const fault = `${name}.${String(method)}`;
        if (!faults.delete(fault)) return Reflect.get(target, method);
        return async () => {
          throw new Error(`power cut at ${fault}`);
        };
      },
    });
  return (store) => ({
    ...store,
    chats: breakable(store.chats, 'chats'),
    feeds: breakable(store.feeds, 'feeds'),
    claims: breakable(store.claims, 'claims'),
    outbox: breakable(store.outbox, 'outbox'),
    bundles: breakable(store.bundles, 'bundles'),
    ledger: breakable(store.ledger, 'ledger'),
    inbox: breakable(store.inbox, 'inbox'),
  });
}
