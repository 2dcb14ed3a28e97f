import type { KlaxonProcess } from './klaxon-process.ts';

export interface SentAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly status?: 'firing' | 'resolved';
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly generatorURL?: string;
}

/** Sends alerts as Alertmanager does; answers the status of the answer. */
export async function sendAlerts(
  { url }: Pick<KlaxonProcess, 'url'>,
  alerts: readonly SentAlert[],
): Promise<number> {
  const startsAt = new Date(Date.now() - 60_000).toISOString();
  const answer = await fetch(`${url}/api/webhooks/alertmanager`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      version: '4',
      status: 'firing',
      alerts: alerts.map((alert) => ({ status: 'firing', startsAt, ...alert })),
    }),
  });
  await answer.arrayBuffer();
  return answer.status;
}
