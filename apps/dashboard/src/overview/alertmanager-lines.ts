/** What to put into alertmanager.yml, for a Klaxon at this address. */
export function alertmanagerLines(origin: string, mode: 'local' | 'sign-in'): string {
  return `route:
  receiver: klaxon
receivers:
  - name: klaxon
    webhook_configs:
      - url: ${origin}/api/webhooks/alertmanager
        send_resolved: true
${mode === 'local' ? '' : KEY}`;
}

const KEY = `        http_config:
          authorization:
            credentials: <the key of an integration>
`;
