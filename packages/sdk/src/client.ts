import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

export type KlaxonClient = Client<paths>;

export interface KlaxonClientOptions {
  /** Where Klaxon is, for example `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  /** Sent with every request: programs prove who they are by `{ 'x-api-key': … }`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the global `fetch`. */
  readonly fetch?: ClientOptions['fetch'];
}

/**
 * Speaks to Klaxon's API with the types of its document. Every call answers `data` or `error` (problem
 * details), beside the `response`; it rejects only when there was no answer at all.
 */
export function createKlaxonClient({ baseUrl, headers, fetch }: KlaxonClientOptions): KlaxonClient {
  const client = createClient<paths>({
    baseUrl,
    ...(headers && { headers }),
    ...(fetch && { fetch }),
  });
  client.use({ onResponse: ({ response }) => asProblem(response) });
  return client;
}

/**
 * A proxy that cannot reach Klaxon answers in its place, with a page or with nothing at all; of the
 * latter openapi-fetch makes neither `data` nor `error`.
 */
function asProblem(response: Response): Response | undefined {
  if (response.ok || response.headers.get('content-type')?.includes('json')) return undefined;
  const { status } = response;
  const problem: components['schemas']['Problem'] = {
    type: 'about:blank',
    title: `HTTP ${status}`,
    status,
    detail: `Something on the way to Klaxon answered in its place, with HTTP ${status}. Try again.`,
    instance: new URL(response.url || 'http://localhost/').pathname,
    errors: [],
    request_id: response.headers.get('x-request-id') ?? '',
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
