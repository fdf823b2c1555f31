import { ofTheMachine } from '../app/surroundings.ts';
import { createLog } from '../log.ts';
import { startPlayground } from './playground.ts';

const PORT = Number(process.env.PORT ?? 8137);
const EVERY_MS = 20_000;

try {
  const log = createLog((line) => process.stdout.write(line), 'warn');
  const surroundings = ofTheMachine();
  const playground = await startPlayground({ port: PORT, surroundings, log, everyMs: EVERY_MS });
  process.stdout.write(
    `\n  Telewire's playground is open: ${playground.url}\n` +
      '  A pretended Telegram, a news site and the real program, all on this machine. Ctrl-C ends it.\n\n',
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => playground.stop().then(() => process.exit(0)));
  }
} catch (error) {
  const { code, stack } = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE'
      ? `Port ${PORT} is taken: choose another one, for example PORT=${PORT + 1} npm run playground.`
      : stack,
  );
  process.exitCode = 1;
}
