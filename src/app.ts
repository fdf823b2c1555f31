import { alarmsFor, watchersFor } from './app/alarming.ts';
import { createTakeBackup } from './app/backups.ts';
import { createCollector } from './app/collector.ts';
import { createDoors } from './app/doors.ts';
import { thisProcess } from './app/holder.ts';
import { createInsight, doorFor } from './app/insight.ts';
import { hubsFor, openWeb } from './app/openweb.ts';
import { createRoles, type Roles } from './app/roles.ts';
import { type App, createRun } from './app/run.ts';
import { broadcastApiFor, paceFor, wayToTelegram } from './app/sending.ts';
import type { Surroundings } from './app/surroundings.ts';
import { VERSION } from './app/version.ts';
import { createBot, teach } from './bot/bot.ts';
import { keepToDuty, type OnDuty } from './bot/onduty.ts';
import { poll } from './bot/polling.ts';
import { introduce } from './bot/profile.ts';
import { loadTexts } from './bot/texts.ts';
import { createWebhook, type Webhook, type WebhookDeps } from './bot/webhook.ts';
import { wordsIn } from './bot/words.ts';
import type { Config } from './config.ts';
import type { Http } from './http.ts';
import type { Log } from './log.ts';
import { createRenderBundle } from './relay/bundlepost.ts';
import { type Delivering, deliver } from './relay/deliver.ts';
import { type PostDeps, render } from './relay/posts.ts';
import { createTopicKeeping } from './relay/topics.ts';
import { createWarn } from './relay/warn.ts';
import type { Store } from './store/store.ts';
import { type Attachments, createAttachments } from './telegram/attachments.ts';
import { createReadDocument } from './telegram/documents.ts';
import { createEditPost } from './telegram/edit.ts';
import { createAdminsOf, createMembers } from './telegram/members.ts';
import type { Pace } from './telegram/pace.ts';
import { createOpenPicture } from './telegram/pictures.ts';
import { createSendPost } from './telegram/send.ts';
import { createTopicCalls } from './telegram/topics.ts';
import type { Way } from './telegram/way.ts';

export type { App } from './app/run.ts';

export type AppDeps = { config: Config; store: Store; log: Log; surroundings: Surroundings };

/** Builds the whole program: the only place that knows every part. Read it to see how they join. */
export function createApp(given: AppDeps): App {
  const insight = createInsight(given, VERSION);
  const { log, metrics } = insight;
  const { config, store, surroundings } = given;
  const { clock } = surroundings;
  let delivering: Delivering | undefined;
  const wakeDelivery = () => delivering?.wake();
  const voice = voiceFor(config);
  const alarms = alarmsFor({ ...given, ...voice, log, api: () => bot.api });
  const deps = { ...given, log, metrics, alarms };

  const { http, fullTexts, collectDeps, asking } = openWeb(deps, wakeDelivery);
  const pace = paceFor({ config, store, clock, log });
  const attachments = attachmentsFor(store, http.fetch, clock);
  const way = wayToTelegram(config, insight.reach);
  const bot = createBot(config.botToken, { way, pace, clock });
  const holder = thisProcess(config.telewireName);
  const roles = createRoles({ ...deps, holder });
  const duty = talking(roles);
  keepToDuty(bot, duty);
  bot.use((ctx, next) => metrics.update(ctx.update, next));
  const posts = { ...voice, botUsername: () => bot.botInfo.username };

  const members = createMembers(bot.api, clock);
  const topicCalls = createTopicCalls(bot.api);
  const conversation = teach(bot, {
    ...{ store, posts, wakeDelivery, clock, log },
    ...createDoors({ config, store, members, wakeDelivery, clock }),
    ...{ ...voice, ...asking, topicCalls },
    sendPost: createSendPost({ api: bot.api, attachments }),
    readDocument: createReadDocument({ api: bot.api, token: config.botToken, ...way }),
    takeBackup: createTakeBackup(store, { dataDir: config.dataDir, clock }),
    status: insight.status,
  });

  const webhook = webhookFor(bot, { ...deps, conversation, isOurs: duty.isOurs });
  return createRun({
    ...{ config, store, log, surroundings, pace, conversation, fullTexts, closeHttp: http.close },
    collecting: createCollector({ ...collectDeps, surroundings, holder }),
    ...watchersFor(deps, wakeDelivery),
    hubs: hubsFor(config, { ...collectDeps, store }, http.fetch),
    topics: createTopicKeeping({ store, topicCalls, clock, log, onOwed: wakeDelivery }),
    poll: () => webhook?.begin() ?? poll(bot, { toldOnce: conversation.toldOnce, clock, log }),
    ...{ roles, does: (role) => config.telewireRoles.includes(role) },
    knowSelf: () => knowSelf(bot),
    door: doorFor(insight, { webhook, config, api: bot.api }),
    setMenus: (stopping) => introduce(selfOf(bot, { ...deps, voice }), stopping),
    deliver() {
      const isOurs = () => roles.isOurs('deliver');
      delivering = startDelivering(deps, { pace, attachments, posts, way, isOurs });
      return delivering;
    },
  });
}

/** What people read, in which language and by whose clock unless they choose. */
function voiceFor({ language, timezone: defaultTimeZone }: Config) {
  const texts = loadTexts();
  const defaultLanguage = texts.closest(language) ?? 'en';
  const words = wordsIn(texts, { language: defaultLanguage, timeZone: defaultTimeZone });
  return { texts, words, defaultLanguage, defaultTimeZone };
}

/** Of several processes one talks with people. */
function talking(roles: Roles): OnDuty {
  const [isOurs, ours] = [() => roles.isOurs('bot'), () => roles.ours('bot')];
  return { isOurs, ours, signal: () => roles.signal('bot') };
}

type OurBot = ReturnType<typeof createBot>;

async function knowSelf(bot: OurBot): Promise<void> {
  if (!bot.isInited()) bot.botInfo = await bot.api.getMe();
}

/** What the bot tells Telegram of itself. */
function selfOf(
  { api, botInfo: { id: botId } }: OurBot,
  { config, store, surroundings, log, voice }: AppDeps & { voice: ReturnType<typeof voiceFor> },
) {
  const { clock } = surroundings;
  const owners = config.ownerIds;
  return { api, botId, texts: voice.texts, notes: store.notes, owners, clock, log };
}

function attachmentsFor(store: Store, fetch: Http, { now }: Surroundings['clock']): Attachments {
  const openPicture = createOpenPicture(fetch);
  return createAttachments({ openPicture, fetchBytes: fetch, files: store.pictureFiles, now });
}

type DeliveringParts = {
  pace: Pace;
  attachments: Attachments;
  posts: PostDeps;
  way: Way;
  isOurs: () => boolean;
};

function startDelivering(
  { config, store, log, surroundings }: AppDeps,
  parts: DeliveringParts,
): Delivering {
  const { pace, attachments, posts, way, isOurs } = parts;
  const { clock } = surroundings;
  const api = broadcastApiFor({ config, log, pace, clock }, way, isOurs);
  const sendPost = createSendPost({ api, attachments });
  return deliver({
    ...{ store, pace, sendPost, clock, log, aftermathMs: config.crashRest },
    editPost: createEditPost({ api, photos: attachments.photos }),
    prepare: attachments.prepare,
    render: (owed, also) => render(owed, also, posts),
    renderBundle: createRenderBundle(posts),
    defaultTimeZone: posts.defaultTimeZone,
    warn: createWarn({ store, clock, log, owners: config.ownerIds, adminsOf: createAdminsOf(api) }),
  });
}

/** Telegram is asked for updates unless it shall bring them. */
function webhookFor(
  bot: OurBot,
  deps: AppDeps & Pick<WebhookDeps, 'conversation' | 'isOurs' | 'alarms'>,
): Webhook | undefined {
  const { updates, publicUrl } = deps.config;
  if (updates !== 'webhook' || publicUrl === undefined) return undefined;
  const url = `${publicUrl}/telegram`;
  return createWebhook(bot, { ...deps, url, clock: deps.surroundings.clock });
}
