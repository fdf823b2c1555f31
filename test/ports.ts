import { createServer } from 'node:net';

/** Below the ports that systems give to whoever asks for any: nobody else gets one of these while its server is down. */
const [LOWEST, HIGHEST] = [10_000, 30_000];

/** A port that nobody uses, for a server that may be started there again. */
export async function freePort(): Promise<number> {
  const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
