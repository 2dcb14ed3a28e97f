import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readDatabaseClock } from '@klaxon/adapters';
import { composeWorker } from '../composition/compose-worker.ts';
import { layFoundation } from '../composition/foundation.ts';
import { createTeardown } from '../composition/teardown.ts';
import { readConfiguration } from './configuration.ts';
import { createLogger } from './logger.ts';
import { allSecretKeys } from './secret-keys.ts';
import { stop } from './serve.ts';
import { LIVES_EVERY_MS, type WorkerTask } from './supervise-worker.ts';
import { work } from './work.ts';

/** The worker of `start`: a thread, whose supervisor says what to do and when to stop. */
const { databaseUrl, localToken }: WorkerTask = workerData;
const port = parentPort;
if (!port) throw new Error('this is the worker thread of the command start');

const { config, secrets } = readConfiguration();
const logger = createLogger(config.logLevel);
const teardown = createTeardown();
const clock = await readDatabaseClock(databaseUrl);
const foundation = layFoundation({
  config,
  secrets: { ...secrets, secretKeys: await allSecretKeys(config, secrets) },
  databaseUrl,
  logger,
  teardown,
  localToken,
  clock,
});
const worker = work(composeWorker(foundation), { databaseUrl, clock }, logger, teardown);
port.postMessage('ready');
const living = setInterval(() => port.postMessage('lives'), LIVES_EVERY_MS);

const ended = await Promise.race([
  once(port, 'message').then(() => 'stopped'),
  worker.hopeless.then(() => 'hopeless'),
]);
clearInterval(living);
await stop(teardown, logger);
process.exit(ended === 'stopped' ? 0 : 1);
