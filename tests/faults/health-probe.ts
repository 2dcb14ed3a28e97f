import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** How long somebody else waits for an answer while something is done. */
export interface Stalls {
  /** The longest wait in milliseconds. */
  readonly longest: number;
  readonly asked: number;
}

const EVERY_MS = 20;

/** Asks for /health every 20 ms, from a thread of its own, until `work` is done. */
export async function probeDuring<T>(
  url: string,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly stalls: Stalls }> {
  const prober = new Worker(new URL(import.meta.url), { workerData: url });
  const message = () =>
    new Promise<Stalls>((resolve, reject) => {
      prober.once('message', resolve);
      prober.once('error', reject);
    });
  await message();
  try {
    const result = await work();
    const stalls = message();
    prober.postMessage('stop');
    return { result, stalls: await stalls };
  } finally {
    await prober.terminate();
  }
}

async function probe(url: string): Promise<void> {
  let stopped = false;
  let asked = 0;
  let longest = 0;
  await fetch(`${url}/health`).then((answer) => answer.text());
  parentPort?.once('message', () => {
    stopped = true;
  });
  parentPort?.postMessage({ longest, asked });
  while (!stopped) {
    const start = performance.now();
    await fetch(`${url}/health`).then((answer) => answer.text());
    longest = Math.max(longest, performance.now() - start);
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  parentPort?.postMessage({ longest, asked });
}

if (!isMainThread) await probe(String(workerData));
