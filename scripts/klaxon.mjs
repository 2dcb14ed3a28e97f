// npm run klaxon -- <command>: makes the tree runnable, then runs Klaxon under the pinned Node.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { bootstrap, root } from './bootstrap.mjs';

const node = await bootstrap();
const klaxon = spawn(node, ['apps/server/src/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});

// A terminal sends Ctrl-C and its hang-up to Klaxon too: sending it again would read as a second
// Ctrl-C. This process only has to outlive the child.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.on('SIGTERM', () => klaxon.kill('SIGTERM'));

klaxon.once('error', (error) => {
  console.error(`Klaxon could not be started: ${error.message}`);
  process.exit(1);
});
klaxon.once('exit', (code, signal) => {
  process.exit(signal === null ? code : 128 + constants.signals[signal]);
});
