#!/usr/bin/env node
// Plain JavaScript on purpose: this file must run on any Node.js, so that it can explain what is missing.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A small young generation: a third less memory, and no slower (docs/decisions.md). An old Node.js knows not all of
 *  these, so they stand here and not where people start the program. */
const FLAGS = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=2',
  '--heap-growing-percent=30',
];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const supported = (major === 24 && minor >= 16) || (major === 26 && minor >= 1) || major > 26;
const binary = process.platform === 'win32' ? 'node.exe' : 'node';
const local = fileURLToPath(
  new URL(
    `../node_modules/node-${process.platform.replace(/32$/, '')}-${process.arch}/bin/${binary}`,
    import.meta.url,
  ),
);
const script = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
const missing = FLAGS.filter((flag) => !process.execArgv.includes(flag));

if (supported) {
  if (missing.length > 0 && process.execve) becomeWith(missing);
  if (process.channel) endWithOther();
  // Compiled code is kept for the next start, where the machine has a place for it: half of a start is compiling.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const [command] = process.argv.slice(2);
  await import(command === 'playground' ? '../src/playground/main.ts' : '../src/main.ts');
} else if (existsSync(local)) {
  runWith(local);
} else {
  console.error(
    `Telewire needs Node.js 24.16 or later (or 26.1 or later), and this is ${process.version}: ` +
      'install a current Node.js, or run "npm ci" in its folder, which brings one along.',
  );
  process.exitCode = 1;
}

/** The same process begins anew with these flags: nobody waits beside it, and signals and the exit code are its own. */
function becomeWith(flags) {
  // To become another is experimental in Node.js, and nobody's concern.
  process.removeAllListeners('warning');
  process.execve(
    process.execPath,
    [process.execPath, ...process.execArgv, ...flags, ...script],
    process.env,
  );
}

/** The one that handed over to us can be killed without a word: whoever starts it anew does not want us beside it. */
function endWithOther() {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // A command that has done its work waits for nobody.
  process.channel.unref();
}

/** Hands over to another Node.js; signals and the exit code pass through. */
function runWith(node) {
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(node, [...FLAGS, ...script], { stdio });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
