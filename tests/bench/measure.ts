export interface Sample {
  readonly alerts: number;
  readonly seconds: number;
  /** Of each webhook, in milliseconds. */
  readonly latencies: readonly number[];
}

/** What one connection sends, and how; sending is done when it is stored. */
export interface Load<T> {
  readonly send: (item: T) => Promise<unknown>;
  readonly items: Iterable<T>;
}

/**
 * Lets every connection send its own items one after another until the time is over or it has none
 * left; the clock stops with the last answer.
 */
export async function measure<T extends { readonly alerts: number }>(
  connections: readonly Load<T>[],
  seconds: number,
): Promise<Sample> {
  const latencies: number[] = [];
  let alerts = 0;
  const start = performance.now();
  const end = start + seconds * 1_000;
  const run = async ({ send, items }: Load<T>) => {
    for (const item of items) {
      const sent = performance.now();
      if (sent >= end) return;
      await send(item);
      latencies.push(performance.now() - sent);
      alerts += item.alerts;
    }
  };
  await Promise.all(connections.map(run));
  return { alerts, seconds: (performance.now() - start) / 1_000, latencies };
}

export interface Figures {
  readonly alertsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export function figures(samples: readonly Sample[]): Figures {
  const sum = (of: (sample: Sample) => number) =>
    samples.reduce((total, sample) => total + of(sample), 0);
  const latencies = samples.flatMap((sample) => sample.latencies).sort((a, b) => a - b);
  const quantile = (q: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * q))] ?? Number.NaN;
  return {
    alertsPerSecond: sum((sample) => sample.alerts) / sum((sample) => sample.seconds),
    p50: quantile(0.5),
    p99: quantile(0.99),
  };
}
