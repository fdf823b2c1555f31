import type { BotParts } from '../bot/parts.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../model.ts';
import { createAdmission } from '../relay/admission.ts';
import { createQuotas } from '../relay/quotas.ts';
import { createRequests } from '../relay/requests.ts';
import { createRights } from '../relay/rights.ts';
import type { Store } from '../store/store.ts';
import type { Members } from '../telegram/members.ts';

type DoorDeps = {
  config: Config;
  store: Store;
  members: Members;
  wakeDelivery: () => void;
  clock: Pick<Clock, 'now'>;
};

type Doors = Pick<
  BotParts,
  | 'owners'
  | 'memberOf'
  | 'forgetMember'
  | 'admission'
  | 'rights'
  | 'quotas'
  | 'requests'
  | 'inlineRequests'
>;

/** Who may do what here, and how much of it. */
export function createDoors({ config, store, members, wakeDelivery, clock }: DoorDeps): Doors {
  const { ownerIds: owners, access, quotaFeeds: feeds, quotaNewFeeds: newFeeds } = config;
  const { memberOf, forget: forgetMember } = members;
  const admission = createAdmission({ store, owners, access, memberOf, wakeDelivery, clock });
  return {
    ...{ owners, memberOf, forgetMember, admission },
    rights: createRights({ owners, access: admission.mode, memberOf }),
    quotas: createQuotas({ store, owners, feeds, newFeeds, clock }),
    requests: createRequests(config.quotaRequests, clock),
    inlineRequests: createRequests(config.quotaRequests, clock),
  };
}
