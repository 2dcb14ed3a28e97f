import type { SignInMode } from '../http/request/sign-in-mode.ts';

/** What a person needs after the start: where Klaxon is, who is let in, and what to tell Alertmanager. */
export function welcome(url: string, mode: SignInMode): string {
  return `
Klaxon is running.

  Dashboard               ${url}
  API and documentation   ${url}/docs
  ${mode === 'local' ? LOCAL : 'People sign in.'}

To send it your alerts, put this into alertmanager.yml:

  route:
    receiver: klaxon
  receivers:
    - name: klaxon
      webhook_configs:
        - url: ${url}/api/webhooks/alertmanager
          send_resolved: true
${mode === 'local' ? '' : KEY}
Ctrl-C stops it.`;
}

const LOCAL = 'Local mode: it answers to this machine alone, and nobody signs in.';
const KEY = `          http_config:
            authorization:
              credentials: <a key: npm run klaxon -- create-integration --name Alertmanager>
`;
