import type { Ask, Choice, InlineAnswer } from '../inline-protocol.ts';
import type {
  Press,
  PressAnswer,
  Publish,
  Published,
  Say,
  Share,
  ShownCommand,
  Start,
  Throw,
  TimeLeap,
  World,
  WorldEvent,
} from '../protocol.ts';
import type { React } from '../reaction-protocol.ts';

/** The playground's server as the page uses it. All but `listen` throw when it cannot be reached. */
export const wire = {
  world: () => get<World>('/world'),
  commands: (chatId: number, userId: number) =>
    get<ShownCommand[]>(`/world/commands?chatId=${chatId}&userId=${userId}`),
  say: (say: Say) => post('/world/say', say),
  start: (start: Start) => post('/world/start', start),
  share: (share: Share) => post('/world/share', share),
  leap: (leap: TimeLeap) => post('/world/leap', leap),
  throwSwitch: (change: Throw) => post('/world/switch', change),
  press: async (press: Press) => (await (await post('/world/press', press)).json()) as PressAnswer,
  react: (react: React) => post('/world/react', react),
  ask: async (asked: Ask) => (await (await post('/world/ask', asked)).json()) as InlineAnswer,
  choose: (choice: Choice) => post('/world/choose', choice),
  publish: async (asked: Publish) =>
    (await (await post('/world/publish', asked)).json()) as Published,
  fileUrl: (fileId: string) => `/world/file/${encodeURIComponent(fileId)}`,
  listen,
};

/** Hands on every event of the world; `opened` is called on each new connection, when events may have been missed. */
function listen(heard: { event(event: WorldEvent): void; opened(): void; lost(): void }): void {
  const source = new EventSource('/world/events');
  source.onopen = heard.opened;
  source.onerror = heard.lost;
  source.onmessage = ({ data }) => heard.event(JSON.parse(data) as WorldEvent);
}

async function get<Answer>(path: string): Promise<Answer> {
  return (await (await answered(fetch(path))).json()) as Answer;
}

function post(path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return answered(fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function answered(request: Promise<Response>): Promise<Response> {
  const response = await request;
  if (response.ok) return response;
  throw new Error((await response.text()) || `The playground answered ${response.status}`);
}
