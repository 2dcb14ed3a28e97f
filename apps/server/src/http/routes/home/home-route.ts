import type { HttpApp } from '../../http-app.ts';
import { open } from '../../plugins/access.ts';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Klaxon</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 4rem auto; padding: 0 1rem; }
</style>
</head>
<body>
<main>
<h1>Klaxon</h1>
<p>Klaxon is running. It takes alerts at <code>/api/webhooks/alertmanager</code> and turns them into incidents.</p>
<ul>
<li><a href="/docs">Try the API</a></li>
<li><a href="/openapi.json">The API as an OpenAPI document</a></li>
<li><a href="/api/incidents?status=open,acknowledged">Incidents that are not resolved</a></li>
<li><a href="/ready">How Klaxon itself fares</a></li>
</ul>
</main>
</body>
</html>
`;

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

export function registerHome(app: HttpApp): void {
  app.get(
    '/',
    { config: open('It says nothing but that Klaxon runs.'), schema: { hide: true } },
    async (_request, reply) => {
      reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY);
      return PAGE;
    },
  );
}
