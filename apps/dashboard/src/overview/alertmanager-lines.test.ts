import { expect, test } from '@jest/globals';
import { alertmanagerLines } from './alertmanager-lines.ts';

const LINES = `route:
  receiver: klaxon
receivers:
  - name: klaxon
    webhook_configs:
      - url: https://klaxon.example.org/api/webhooks/alertmanager
        send_resolved: true
`;

test('where nobody signs in the address is enough', () => {
  expect(alertmanagerLines('https://klaxon.example.org', 'local')).toBe(LINES);
});

test('where people sign in Alertmanager needs a key', () => {
  expect(
    alertmanagerLines('https://klaxon.example.org', 'sign-in'),
  ).toBe(`${LINES}        http_config:
          authorization:
            credentials: <the key of an integration>
`);
});
