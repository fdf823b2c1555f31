#!/usr/bin/env node
// Plain JavaScript on purpose: this file must run on any Node.js, so that it can explain what is missing.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const supported = (major === 24 && minor >= 16) || (major === 26 && minor >= 1) || major > 26;
const binary = process.platform === 'win32' ? 'node.exe' : 'node';
const local = fileURLToPath(
  new URL(
    `../node_modules/node-${process.platform.replace(/32$/, '')}-${process.arch}/bin/${binary}`,
    import.meta.url,
  ),
);

if (supported) {
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

/** Hands over to another Node.js; signals and the exit code pass through. */
function runWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
