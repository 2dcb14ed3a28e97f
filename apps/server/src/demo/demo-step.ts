import type { IncidentInput } from '@klaxon/application';
import type { Instant } from '@klaxon/domain';

/** One thing that happens in the demo. People act on the unresolved incident of the service. */
export type DemoStep = { readonly at: Instant; readonly service: string } & (
  | {
      readonly kind: 'report';
      /** What an Alertmanager sends. */
      readonly body: string;
    }
  | {
      readonly kind: 'create';
      readonly who: number;
      readonly incident: Omit<IncidentInput, 'actor' | 'assigneeId'>;
    }
  | { readonly kind: 'acknowledge' | 'resolve'; readonly who: number }
  | { readonly kind: 'note'; readonly who: number; readonly text: string }
  | { readonly kind: 'snooze'; readonly who: number; readonly until: Instant }
  | { readonly kind: 'merge'; readonly who: number; readonly into: string }
);

export interface ReportedAlert {
  readonly service: string;
  readonly alertname: string;
  readonly severity: string;
  readonly summary: string;
  readonly description: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly generatorURL?: string;
}

/** What an Alertmanager says of an alert on each of these instances, in one payload. */
export function report(
  at: Instant,
  alert: ReportedAlert,
  instances: readonly string[],
  startsAt: Instant,
  endsAt: Instant | null = null,
): DemoStep {
  const { service, alertname, severity, summary, description, labels } = alert;
  const status = endsAt === null ? 'firing' : 'resolved';
  const payload = {
    version: '4',
    groupKey: `{}:{alertname="${alertname}", service="${service}"}`,
    status,
    alerts: instances.map((instance) => ({
      status,
      labels: { alertname, service, severity, instance, cluster: 'shop-eu-1', ...labels },
      annotations: {
        summary,
        description,
        runbook_url: `https://runbooks.example.org/${service}/${encodeURIComponent(alertname)}`,
      },
      startsAt: rfc3339(startsAt),
      endsAt: endsAt === null ? '0001-01-01T00:00:00Z' : rfc3339(endsAt),
      generatorURL:
        alert.generatorURL ?? 'https://prometheus.example.org/graph?g0.expr=up&g0.tab=1',
    })),
  };
  return { at, service, kind: 'report', body: JSON.stringify(payload) };
}

function rfc3339(at: Instant): string {
  return new Date(at).toISOString();
}
