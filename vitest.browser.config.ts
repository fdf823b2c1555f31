import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

const { projects: _, ...shared } = base.test ?? {};

/** The playground in a real browser: `npm run test:browser`. */
export default defineConfig({
  test: {
    ...shared,
    include: ['test/browser/**/*.test.ts'],
    exclude: [],
    isolate: true,
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // A test waits most of its time for the pace of a chat: more of them than processors run well side by side.
    maxWorkers: 4,
  },
});
