import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './schema.ts';

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
  return createClient<paths>({ baseUrl, ...(headers && { headers }), ...(fetch && { fetch }) });
}
