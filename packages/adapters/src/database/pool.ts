import pg from 'pg';

export interface PoolOptions {
  readonly url: string;
  readonly maxConnections: number;
  readonly maxIdleConnections: number;
  /** How long a connection lives, in seconds. */
  readonly maxLifetimeSeconds: number;
  /** The longest that one statement may take before the server ends it. */
  readonly statementTimeoutMs: number;
  /** Whether statements are sent without waiting for the answers of those before. Not for Prisma. */
  readonly pipeline?: boolean;
  /** Called when a connection that nobody uses breaks; the pool opens a new one. */
  readonly onIdleError: (error: Error) => void;
}

/** How long a request waits for a connection before it is told that the database is unavailable. */
const CONNECT_TIMEOUT_MS = 5_000;
/** On top of the server's own limit: ends the wait for a server that vanished without a word. */
const GRACE_MS = 2_000;

/**
 * A process has three pools: small ones for alerts and for keys and probes, so that no reader
 * can make Alertmanager wait, and one for everything else.
 */
export function createPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: 'klaxon',
    max: options.maxConnections,
    min: Math.min(options.maxIdleConnections, options.maxConnections),
    maxLifetimeSeconds: options.maxLifetimeSeconds,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    pipeline: options.pipeline ?? false,
    statement_timeout: options.statementTimeoutMs,
    query_timeout: options.statementTimeoutMs + GRACE_MS,
  });
  pool.on('error', options.onIdleError);
  // A connection that breaks while it is used fails its query, which is where it is handled.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
