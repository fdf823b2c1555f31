import diagnostics from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import sharp from 'sharp';

// What this process has begun and not ended, as the runtime itself tells: so a test waits for what is under way,
// however long that takes, and not a moment longer.

/** Questions on their way to a server of this process, by their address: once there, it knows best whether it answers. */
const questions = new Map<object, string>();

diagnostics.subscribe('http.client.request.created', (message) => {
  const { request } = message as { request: ClientRequest };
  questions.set(request, `http://${request.getHeader('host')}${request.path}`);
  request.once('close', () => questions.delete(request));
});
diagnostics.subscribe('undici:request:create', (message) => {
  const { request } = message as { request: { origin: string; path: string } };
  questions.set(request, `${request.origin}${request.path}`);
});
for (const ending of ['trailers', 'error']) {
  diagnostics.subscribe(`undici:request:${ending}`, (message) => {
    questions.delete((message as { request: object }).request);
  });
}
diagnostics.subscribe('http.server.request.start', (message) => {
  const { url, headers } = (message as { request: IncomingMessage }).request;
  const address = `http://${headers.host}${url}`;
  const [arrived] = [...questions].find((question) => question[1] === address) ?? [];
  if (arrived) questions.delete(arrived);
});

/** Disks, connections being made, turns of the event loop that somebody asked for, and threads that do not rest. */
const WORK = /^(FSReq|TCPConnect|GetAddrInfo|Immediate$|MessagePort$)/;

/** How much is under way. */
export function underWay(): number {
  const { queue, process: drawn } = sharp.counters();
  const working = process.getActiveResourcesInfo().filter((it) => WORK.test(it));
  return questions.size + queue + drawn + working.length;
}
