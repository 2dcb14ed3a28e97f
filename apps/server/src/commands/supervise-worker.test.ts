import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createTeardown } from '../composition/teardown.ts';
import { superviseWorker } from './supervise-worker.ts';

/** A thread that writes down each start and stop; `first` is what it does the first time. */
function thread(first: string): { readonly file: URL; readonly story: () => string } {
  const folder = mkdtempSync(join(tmpdir(), 'klaxon-thread-'));
  const story = join(folder, 'story');
  const file = join(folder, 'thread.mjs');
  writeFileSync(story, '');
  writeFileSync(
    file,
    `import { appendFileSync, readFileSync } from 'node:fs';
     import { parentPort } from 'node:worker_threads';
     const story = ${JSON.stringify(story)};
     appendFileSync(story, 'start ');
     if (readFileSync(story, 'utf8') === 'start ') { ${first} }
     parentPort.postMessage('ready');
     parentPort.once('message', (message) => { appendFileSync(story, message); process.exit(0); });`,
  );
  return { file: pathToFileURL(file), story: () => readFileSync(story, 'utf8') };
}

const TASK = { databaseUrl: 'postgresql://nowhere/klaxon', localToken: null };

test.each([
  ['ends by itself', 'process.exit(1);'],
  ['throws', 'throw new Error("it broke");'],
])('a worker that %s is brought back, and stopped in the end', async (_what, first) => {
  const { file, story } = thread(first);
  const teardown = createTeardown();
  await superviseWorker(TASK, pino({ level: 'silent' }), teardown, file);
  expect(story()).toBe('start start ');
  await teardown.stop(() => {});
  expect(story()).toBe('start start stop');
});
