import type { Alert } from '../alert/alert.ts';

/** An address worth opening, with what it leads to. Always http or https. */
export interface MessageLink {
  readonly label: string;
  readonly url: string;
}

/**
 * Where an alert says that help is: its runbook, its dashboard, its source. Grafana names a dashboard
 * by its id alone (`__dashboardUid__`), on the server that its source address tells.
 */
export function alertLinks({
  annotations,
  generatorUrl,
}: Pick<Alert, 'annotations' | 'generatorUrl'>): readonly MessageLink[] {
  const dashboard =
    annotations['dashboard_url'] ??
    annotations['dashboard'] ??
    grafanaDashboard(annotations, generatorUrl);
  return [
    ...link('Runbook', annotations['runbook_url'] ?? annotations['runbook']),
    ...link('Dashboard', dashboard),
    ...link('Source', generatorUrl),
  ];
}

function grafanaDashboard(
  annotations: Alert['annotations'],
  generatorUrl: string | null,
): string | null {
  const uid = annotations['__dashboardUid__'];
  const server = /^(.*)\/alerting\//.exec(generatorUrl ?? '')?.[1];
  if (!uid || server === undefined) return null;
  const panel = annotations['__panelId__'];
  const view = panel ? `?viewPanel=${encodeURIComponent(panel)}` : '';
  return `${server}/d/${encodeURIComponent(uid)}${view}`;
}

function link(label: string, address: string | null | undefined): readonly MessageLink[] {
  const url = URL.parse(address?.trim() ?? '');
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return [];
  return [{ label, url: url.href }];
}
