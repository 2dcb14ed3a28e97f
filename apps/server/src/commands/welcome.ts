/** What a person needs after the start: where Klaxon is, and what to tell Alertmanager. */
export function welcome(url: string): string {
  return `
Klaxon is running.

  API and documentation   ${url}/docs
  Incidents               ${url}/api/incidents

To send it your alerts, put this into alertmanager.yml:

  route:
    receiver: klaxon
  receivers:
    - name: klaxon
      webhook_configs:
        - url: ${url}/api/webhooks/alertmanager
          send_resolved: true

Ctrl-C stops it.`;
}
