import {
  describeStatus,
  SECOND,
  STATUS_LOOKS_BACK,
  type SystemStatus,
  type Weakness,
} from '@klaxon/domain';
import type { Clock } from '../../ports/clock.ts';
import type { Health, HealthCheck } from '../../ports/health.ts';
import type { MetricsQueries } from '../../queries/metrics-queries.ts';
import type { StatusQueries } from '../../queries/status-queries.ts';
import { rememberedFor } from '../../shared/remembered-for.ts';
import type { ChannelSettingsView } from '../channels/view-channels.ts';

export interface StatusDeps {
  readonly status: StatusQueries;
  readonly channelSettings: () => Promise<readonly ChannelSettingsView[]>;
  readonly metrics: Pick<MetricsQueries, 'metrics'>;
  readonly health: Health;
  readonly clock: Clock;
}

/** Every open dashboard asks, and an Alertmanager that is away takes its time not to answer. */
const HEALTH_FRESH_FOR = 15 * SECOND;

const WEAKNESSES: Readonly<Record<string, Weakness['kind']>> = {
  work: 'work_not_taken',
  worker: 'no_worker',
  storage: 'storage_failing',
  clock: 'clock_off',
  migrations: 'migrations_unfinished',
  alertmanager: 'alertmanager_unreachable',
};

/** What is wrong with Klaxon itself, and how far its set-up has come. */
export function makeViewStatus({ status, channelSettings, metrics, health, clock }: StatusDeps) {
  const checkHealth = rememberedFor(HEALTH_FRESH_FOR, () => health.check(), clock);
  return async (): Promise<SystemStatus> => {
    const now = clock.now();
    const [channels, { byStatus }, checks] = await Promise.all([
      channelSettings(),
      metrics.metrics({}),
      checkHealth(),
    ]);
    const enabled = channels.filter((channel) => channel.enabled).map(({ id }) => id);
    const recorded = await status.recorded(enabled, now - STATUS_LOOKS_BACK);
    const { open: openIncidents, acknowledged: acknowledgedIncidents } = byStatus;
    const weaknesses = checks.flatMap(weaknessOf);
    return describeStatus({
      ...recorded,
      channels,
      weaknesses,
      openIncidents,
      acknowledgedIncidents,
    });
  };
}

export type ViewStatus = ReturnType<typeof makeViewStatus>;

function weaknessOf({ name, ok, detail, since }: HealthCheck): readonly Weakness[] {
  const kind = WEAKNESSES[name];
  return ok || !kind ? [] : [{ kind, detail, since: since ?? null }];
}
