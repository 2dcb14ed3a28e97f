import { text } from 'node:stream/consumers';
import { runCommand } from './commands/run-command.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stopping.abort(signal));
}

const { stdout } = process;
let unfinished = false;

process.exitCode = await runCommand(process.argv.slice(2), {
  signal: stopping.signal,
  print: (line) => {
    stdout.write(`${unfinished ? '\n' : ''}${line}\n`);
    unfinished = false;
  },
  progress: (line) => {
    if (!stdout.isTTY) return;
    stdout.write(`\r\u001b[2K${line}`);
    unfinished = true;
  },
  printError: (line) => process.stderr.write(`${line}\n`),
  readInput: () => text(process.stdin),
});
// What a library left open (a socket on its way out) must not hold a stopped process.
process.exit();
