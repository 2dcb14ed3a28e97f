import { expect, test } from '@jest/globals';
import { makeLabels } from '../alert/labels.ts';
import { alertLinks } from './message-links.ts';

function linksOf(annotations: Record<string, string>, generatorUrl: string | null = null) {
  return alertLinks({ annotations: makeLabels(Object.entries(annotations)), generatorUrl });
}

test('runbook, dashboard and source of an alert are links, in this order', () => {
  const annotations = {
    dashboard_url: 'https://grafana.example.com/d/checkout',
    runbook_url: 'https://runbooks.example.com/checkout',
    summary: 'https://elsewhere.example.com',
  };
  expect(linksOf(annotations, 'http://prometheus.example.com/graph?g0.expr=up')).toEqual([
    { label: 'Runbook', url: 'https://runbooks.example.com/checkout' },
    { label: 'Dashboard', url: 'https://grafana.example.com/d/checkout' },
    { label: 'Source', url: 'http://prometheus.example.com/graph?g0.expr=up' },
  ]);
});

test('a dashboard that Grafana names by its id is found on the server of the source', () => {
  const source = 'https://example.com/grafana/alerting/grafana/abc/view?orgId=1';
  expect(linksOf({ __dashboardUid__: 'a/b', __panelId__: '4' }, source)).toContainEqual({
    label: 'Dashboard',
    url: 'https://example.com/grafana/d/a%2Fb?viewPanel=4',
  });
  expect(linksOf({ __dashboardUid__: 'ab' }, 'https://prometheus.example.com/graph')).toEqual([
    { label: 'Source', url: 'https://prometheus.example.com/graph' },
  ]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/runbook', '', ' '])(
  '%j is no link',
  (address) => {
    expect(linksOf({ runbook_url: address, dashboard_url: address }, address)).toEqual([]);
  },
);
