import type { Bot } from 'grammy';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import type { Alarms } from '../relay/alarms.ts';
import type { Store } from '../store/store.ts';
import { type Refusal, refusalOf } from '../telegram/refusal.ts';
import type { Conversation } from './bot.ts';
import type { BotContext } from './context.ts';
import { createIntake, type Intake } from './intake.ts';
import { ALLOWED_UPDATES, type Polling } from './polling.ts';
import { createSayOnce } from './sayonce.ts';
import { createWebhookSecret, type WebhookSecret } from './webhooksecret.ts';

/** Updates are brought to us instead of asked for. */
export type Webhook = Pick<Intake, 'take'> &
  Pick<WebhookSecret, 'knows'> & {
    /** Asks Telegram to bring them, and goes on seeing to it until stopped. */
    begin(): Polling;
  };

export type WebhookDeps = {
  conversation: Conversation;
  store: Pick<Store, 'inbox' | 'notes'>;
  /** Where our door for Telegram is, from outside. */
  url: string;
  /** Whether this process is the one that talks with people, of several that could. */
  isOurs: () => boolean;
  alarms: Pick<Alarms, 'raise' | 'clear'>;
  clock: Clock;
  log: Log;
};

/** Telegram could not be asked, or refused. */
const AGAIN_MS = 10_000;
/** How often we look whether the webhook is still ours and works. */
const LOOK_MS = 60_000;
/** A proxy that is being restarted is nothing to be told: only what so many looks in a row have found. */
const LASTING_LOOKS = 3;

/** A webhook that goes on through outages and rivals; Telegram keeps for a day what it cannot bring. */
export function createWebhook(bot: Bot<BotContext>, deps: WebhookDeps): Webhook {
  const { conversation, store, isOurs, alarms, clock, log } = deps;
  const secret = createWebhookSecret(store.notes);
  const intake = createIntake(bot, { conversation, inbox: store.inbox, isOurs, clock, log });
  const parts = { intake, secret, url: deps.url, isOurs, alarms };
  return {
    knows: secret.knows,
    take: intake.take,
    begin: () => begin(bot, { ...parts, conversation, clock, log }),
  };
}

type Begun = Omit<WebhookDeps, 'store'> & { intake: Intake; secret: WebhookSecret };

function begin(bot: Bot<BotContext>, deps: Begun): Polling {
  const { intake, conversation, alarms, clock, log } = deps;
  const { toldOnce } = conversation;
  const stopping = new AbortController();
  const { promise: begun, resolve, reject } = Promise.withResolvers<void>();
  const said = createSayOnce(clock, (reason) => log('webhook.failed', { reason }));
  const heed = createHeeding(alarms, said);
  const ended = run();
  return {
    begun,
    async stop() {
      stopping.abort();
      const closed = intake.close();
      toldOnce.stop();
      // What could not be kept is brought again, and what was kept is left for the next life.
      if (!toldOnce.isKeeping()) await Promise.all([closed, ended]);
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const found = await see();
      if (found.kind === 'unauthorized' && !bot.isInited()) {
        return reject(new Error('Telegram does not accept this BOT_TOKEN'));
      }
      heed(found);
      if (intake.isOpen()) resolve();
      await clock.sleep(intake.isOpen() ? LOOK_MS : AGAIN_MS, stopping.signal);
    }
  }

  async function see(): Promise<Found> {
    try {
      if (!bot.isInited()) bot.botInfo = await bot.api.getMe();
      return await lookAfter(bot, deps);
    } catch (error) {
      return refusalOf(error);
    }
  }
}

/** What a look has found: updates come; they do not, and why; or neither has shown itself yet. */
type Found =
  | { kind: 'well' }
  | { kind: 'unknown' }
  | { kind: 'unreached'; reason: string }
  | Refusal;

/** Sees to it that Telegram brings its updates here, and asks what became of those that it could not bring. */
async function lookAfter(
  bot: Bot<BotContext>,
  { intake, secret, url }: Begun,
): Promise<Exclude<Found, Refusal>> {
  const ours = `${url}/${await secret.path()}`;
  const told = await bot.api.getWebhookInfo();
  if (told.url !== ours || !intake.isOpen()) {
    // Before Telegram brings the first one.
    if (!intake.isOpen()) await intake.open();
    await bot.api.setWebhook(ours, {
      secret_token: await secret.token(),
      allowed_updates: ALLOWED_UPDATES,
    });
    return { kind: 'unknown' };
  }
  const { pending_update_count: waiting, last_error_message: reason } = told;
  const failedAt = (told.last_error_date ?? 0) * 1000;
  // Telegram tells its last trouble for ever, also when it is long over.
  if (waiting === 0 || intake.takenAt() > failedAt) return { kind: 'well' };
  return reason ? { kind: 'unreached', reason } : { kind: 'unknown' };
}

/** These tell nothing of our address. */
const OF_TELEGRAM: Found['kind'][] = ['passing', 'uncertain', 'flood', 'unauthorized'];

/** Tells the log, and the owners when it lasts, that Telegram does not come through or does not take our address. */
function createHeeding(
  alarms: WebhookDeps['alarms'],
  said: (reason: string) => void,
): (found: Found) => void {
  let looks = 0;
  return (found) => {
    if (found.kind === 'well') {
      looks = 0;
      return alarms.clear('webhook');
    }
    if (found.kind === 'unknown') return;
    said(found.reason);
    if (OF_TELEGRAM.includes(found.kind)) return;
    looks += 1;
    if (looks >= LASTING_LOOKS) alarms.raise({ kind: 'webhook', reason: found.reason });
  };
}
