import { type Instant, MINUTE, SECOND } from '@klaxon/domain';
import { TROUBLES, type Trouble } from './demo-services.ts';

/** One thing that happens in the demo. People act on the unresolved incident of the service. */
export type DemoStep = { readonly at: Instant; readonly service: string } & (
  | { readonly kind: 'alerts'; readonly payload: DemoPayload }
  | { readonly kind: 'acknowledge' | 'resolve'; readonly who: number }
  | { readonly kind: 'note'; readonly who: number; readonly text: string }
);

/** What an Alertmanager would send. */
export interface DemoPayload {
  readonly version: '4';
  readonly groupKey: string;
  readonly status: 'firing' | 'resolved';
  readonly alerts: readonly unknown[];
}

/** Numbers from 0 to below 1 that are the same for the same seed: Mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Everything that happened from `from` to `to`, in order. Some of it is not over at `to`. */
export function demoStory(from: Instant, to: Instant, random: () => number): readonly DemoStep[] {
  const months = (to - from) / (30 * 24 * 60 * MINUTE);
  const steps = TROUBLES.flatMap((trouble) => {
    const busyUntil = { at: from };
    return Array.from(
      { length: Math.round(trouble.monthly * months) },
      () => from + random() * (to - from),
    )
      .sort((a, b) => a - b)
      .flatMap((at) => outage(trouble, Math.max(at, busyUntil.at), random, busyUntil));
  });
  return steps.filter((step) => step.at <= to).sort((a, b) => a.at - b.at);
}

/** One time that something goes wrong, from its first alert until it is over. */
export function outage(
  trouble: Trouble,
  at: Instant,
  random: () => number,
  busyUntil: { at: Instant } = { at: 0 },
): readonly DemoStep[] {
  const { service } = trouble;
  const lasts = trouble.minutes * MINUTE * (0.4 + 1.4 * random());
  const end = at + lasts;
  busyUntil.at = end + 20 * MINUTE;
  const count = 1 + Math.floor(random() * trouble.instances.length);
  const failing = trouble.instances.slice(0, count);
  const who = Math.floor(random() * 1_000);
  const alerts = (
    when: Instant,
    instances: readonly string[],
    endsAt: Instant | null,
  ): DemoStep => ({
    at: when,
    service,
    kind: 'alerts',
    payload: payload(trouble, instances, at, endsAt),
  });
  const steps: DemoStep[] = [alerts(at, failing.slice(0, 1), null)];
  if (count > 1) steps.push(alerts(at + 90 * SECOND, failing, null));
  if (random() < trouble.answered) {
    const acknowledged = at + Math.min(lasts * 0.6, (1 + 11 * random() ** 2) * MINUTE);
    steps.push({ at: acknowledged, kind: 'acknowledge', service, who });
    const text = trouble.notes[Math.floor(random() * trouble.notes.length)];
    if (text !== undefined && random() < 0.6)
      steps.push({ at: acknowledged + lasts * 0.3, kind: 'note', service, who, text });
    // Some say that it is over before the alerts do.
    if (random() < 0.25) steps.push({ at: end - MINUTE, kind: 'resolve', service, who });
  }
  steps.push(alerts(end, failing, end));
  return steps;
}

function payload(
  trouble: Trouble,
  instances: readonly string[],
  startsAt: Instant,
  endsAt: Instant | null,
): DemoPayload {
  const { service, alertname, severity, summary, description } = trouble;
  const status = endsAt === null ? 'firing' : 'resolved';
  return {
    version: '4',
    groupKey: `{}:{alertname="${alertname}", service="${service}"}`,
    status,
    alerts: instances.map((instance) => ({
      status,
      labels: { alertname, service, severity, instance, cluster: 'shop-eu-1' },
      annotations: {
        summary,
        description,
        runbook_url: `https://runbooks.example.org/${service}/${alertname}`,
      },
      startsAt: rfc3339(startsAt),
      endsAt: endsAt === null ? '0001-01-01T00:00:00Z' : rfc3339(endsAt),
      generatorURL: 'https://prometheus.example.org/graph?g0.expr=up&g0.tab=1',
    })),
  };
}

function rfc3339(at: Instant): string {
  return new Date(at).toISOString();
}
