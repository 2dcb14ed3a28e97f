import { expect, test } from '@jest/globals';
import { makeLabels } from '../alert/labels.ts';
import { DEFAULT_GROUP_BY, groupKey } from './group-key.ts';

const alert = (labels: Record<string, string>) => ({
  fingerprint: '00ff00ff00ff00ff',
  labels: makeLabels(Object.entries(labels)),
});

test.each([
  [{ service: 'api', instance: 'a', alertname: 'Down' }, 'service=api'],
  [{ instance: 'a', alertname: 'Down' }, 'instance=a'],
  [{ alertname: 'Down' }, 'alertname=Down'],
  [{ service: '', alertname: 'Down' }, 'alertname=Down'],
  [{ cluster: 'eu' }, 'fingerprint=00ff00ff00ff00ff'],
  [{}, 'fingerprint=00ff00ff00ff00ff'],
])('the first label present of service, instance, alertname: %j is %s', (labels, expected) => {
  expect(groupKey(alert(labels), DEFAULT_GROUP_BY)).toBe(expected);
});

test('the order is the configured one', () => {
  expect(groupKey(alert({ service: 'api', cluster: 'eu' }), ['cluster', 'service'])).toBe(
    'cluster=eu',
  );
  expect(groupKey(alert({ service: 'api' }), [])).toBe('fingerprint=00ff00ff00ff00ff');
});

test('labels named like JavaScript’s own properties are looked up as data', () => {
  expect(groupKey(alert({}), ['constructor', '__proto__'])).toBe('fingerprint=00ff00ff00ff00ff');
});

test('a service and an instance of the same name are two groups', () => {
  expect(groupKey(alert({ service: 'db' }), DEFAULT_GROUP_BY)).not.toBe(
    groupKey(alert({ instance: 'db' }), DEFAULT_GROUP_BY),
  );
});
