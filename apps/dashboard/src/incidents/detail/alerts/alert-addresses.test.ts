import { expect, test } from '@jest/globals';
import { alertAddresses } from './alert-addresses.ts';

test('the runbook comes first, then the source, then what else is a web address', () => {
  const annotations = {
    summary: 'https is down',
    dashboard: 'https://grafana.example.org/d/1',
    runbook_url: 'https://runbooks.example.org/disk',
  };
  expect(alertAddresses({ annotations, generator_url: 'http://prometheus:9090/graph' })).toEqual([
    { label: 'Runbook', url: 'https://runbooks.example.org/disk' },
    { label: 'Source', url: 'http://prometheus:9090/graph' },
    { label: 'dashboard', url: 'https://grafana.example.org/d/1' },
  ]);
});

test('nothing but http and https is linked to', () => {
  const annotations = {
    runbook_url: 'javascript:alert(1)',
    other: 'data:text/html,<script>alert(1)</script>',
  };
  expect(alertAddresses({ annotations, generator_url: null })).toEqual([]);
});
