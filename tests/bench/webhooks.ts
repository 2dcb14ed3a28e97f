import { createHash, randomBytes } from 'node:crypto';

/** One notification, as Alertmanager sends it. */
export interface Webhook {
  readonly body: string;
  readonly alerts: number;
}

const ALERTS_A_SERVICE = 20;
const RULES = [
  { name: 'KubePodCrashLooping', severity: 'critical' },
  { name: 'KubePodNotReady', severity: 'warning' },
  { name: 'KubeContainerWaiting', severity: 'info' },
] as const;

/**
 * Notifications of `size` alerts each, about 735 bytes an alert, twenty alerts a service. No alert and
 * no service comes twice, within one call or in another.
 */
export function* newWebhooks(size: number): Generator<Webhook, never> {
  const run = randomBytes(4).toString('hex');
  const startsAt = new Date().toISOString();
  for (let sent = 0; ; sent += size) {
    const alerts = Array.from({ length: size }, (_, index) => alert(run, sent + index, startsAt));
    yield { body: JSON.stringify(notification(run, sent, alerts)), alerts: size };
  }
}

/** One notification of `size` alerts of one service. */
export function oneGroup(size: number): Webhook {
  const run = randomBytes(4).toString('hex');
  const startsAt = new Date().toISOString();
  const alerts = Array.from({ length: size }, (_, index) => alert(run, index, startsAt, 0));
  return { body: JSON.stringify(notification(run, 0, alerts)), alerts: size };
}

function alert(
  run: string,
  index: number,
  startsAt: string,
  service = Math.floor(index / ALERTS_A_SERVICE),
) {
  const rule = RULES[index % RULES.length] ?? RULES[0];
  const namespace = `shop-${service % 40}`;
  const pod = `checkout-${run}-${index}`;
  return {
    status: 'firing',
    labels: {
      alertname: rule.name,
      cluster: 'prod-eu-1',
      container: 'app',
      job: 'kube-state-metrics',
      namespace,
      pod,
      prometheus: 'monitoring/k8s',
      service: `checkout-${run}-${service}`,
      severity: rule.severity,
    },
    annotations: {
      description: `Pod ${namespace}/${pod} (app) is in a waiting state (reason: "CrashLoopBackOff") on cluster prod-eu-1.`,
      runbook_url: `https://runbooks.prometheus-operator.dev/runbooks/kubernetes/${rule.name.toLowerCase()}`,
      summary: `Pod ${pod} is not well.`,
    },
    startsAt,
    endsAt: '0001-01-01T00:00:00Z',
    generatorURL: 'http://prometheus.example.test:9090/graph?g0.expr=kube_pod_status&g0.tab=1',
    fingerprint: createHash('sha1').update(pod).digest('hex').slice(0, 16),
  };
}

function notification(run: string, number: number, alerts: readonly unknown[]) {
  const labels = { cluster: 'prod-eu-1', job: 'kube-state-metrics' };
  return {
    receiver: 'klaxon',
    status: 'firing',
    alerts,
    groupLabels: labels,
    commonLabels: labels,
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example.test:9093',
    version: '4',
    groupKey: `{}/{run="${run}"}:{number="${number}"}`,
    truncatedAlerts: 0,
  };
}
