/** Where the one at the machine gets in. After the `#`, so that no server and no log ever sees the token. */
export function localAddress(url: string, localToken: string): string {
  return `${url}/open#token=${localToken}`;
}

/** What a person needs after the start: where Klaxon is, who is let in, and what to tell Alertmanager. */
export function welcome(url: string, localToken: string | null): string {
  return `
Klaxon is running.

  Dashboard               ${localToken === null ? url : localAddress(url, localToken)}
  API and documentation   ${url}/docs
  ${localToken === null ? 'People sign in.' : LOCAL}

To send it your alerts, put this into alertmanager.yml:

  route:
    receiver: klaxon
  receivers:
    - name: klaxon
      webhook_configs:
        - url: ${url}/api/webhooks/alertmanager
          send_resolved: true
${localToken === null ? KEY : ''}
Ctrl-C stops it.`;
}

const LOCAL =
  'Local mode: nobody signs in. Open the first address: its token lets your browser in.';
const KEY = `          http_config:
            authorization:
              credentials: <a key: npm run klaxon -- create-integration --name Alertmanager>
`;
