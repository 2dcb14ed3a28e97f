import type {
  EventBatch,
  LiveEvent,
  LiveEvents,
  PlacedEvent,
  StreamPosition,
} from '@klaxon/application';
import pg from 'pg';
import { withRetries } from '../database/database-errors.ts';
import { incidentStatusFrom, present, severityFrom } from '../database/rows.ts';
import { eventTypeFrom } from '../prisma/event-mapper.ts';
import { type ListenerOptions, listenTo } from './notification-listener.ts';
import { readPosition, writePosition } from './stream-position.ts';

export interface PgLiveEventsParts extends Omit<ListenerOptions, 'channel' | 'quietMs'> {
  readonly pool: pg.Pool;
}

interface NowRow {
  readonly cluster: string;
  readonly until: string;
  readonly known: boolean;
  /** Whether more events had to be looked at than may be. */
  readonly endless: boolean;
}

type EventRow = {
  readonly [Column in 'incident_id' | 'type' | 'severity' | 'title' | 'status']: string;
} & { readonly version: number; readonly number: number; readonly at: Date };

/** What a snapshot that was made up, rather than given by us, can cost. */
const LOOKED_AT_LIMIT = 20_000;

const NOW = `SELECT (SELECT system_identifier FROM pg_control_system())::text AS cluster,
  pg_current_snapshot()::text AS until`;

/**
 * $1 and $2: after and until which snapshot, $2 null for the one of this very statement. $3: how many
 * events at the most. $4: how many may be looked at, null for any number.
 *
 * A transaction that was running at the first snapshot may have any id from its xmin on, so they are found
 * by that and told apart by what the snapshots see. From the later one's xmax on there is nothing to tell, but
 * the events that a dump brought from a cluster which was further have such ids, years of them.
 */
const BETWEEN = `
  WITH place AS MATERIALIZED (
    SELECT (SELECT system_identifier FROM pg_control_system())::text AS cluster,
      coalesce($2::pg_snapshot, pg_current_snapshot()) AS until,
      pg_snapshot_xmax($1::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) AS known
  ), candidate AS MATERIALIZED (
    SELECT id, transaction_id FROM incident_events
    WHERE transaction_id >= pg_snapshot_xmin($1::pg_snapshot)
      AND transaction_id < (SELECT pg_snapshot_xmax(until) FROM place) AND (SELECT known FROM place)
    ORDER BY transaction_id LIMIT $4::int
  ), found AS (
    SELECT candidate.id FROM candidate, place
    WHERE NOT pg_visible_in_snapshot(candidate.transaction_id, $1::pg_snapshot)
      AND pg_visible_in_snapshot(candidate.transaction_id, place.until)
    LIMIT $3::int
  )
  SELECT place.cluster, place.until::text, place.known,
    $4::int IS NOT NULL AND (SELECT count(*) FROM candidate) >= $4::int AS endless,
    told.*
  FROM place LEFT JOIN (
    SELECT e.incident_id, e.version, e.type, e.at, i.number, i.severity, i.title, i.status
    FROM found JOIN incident_events e ON e.id = found.id JOIN incidents i ON i.id = e.incident_id
  ) AS told ON TRUE
  ORDER BY told.at, told.incident_id, told.version`;

/** The events as PostgreSQL's own snapshots divide them: nothing waits for a transaction that takes long. */
export function pgLiveEvents({ pool, ...listener }: PgLiveEventsParts): LiveEvents {
  async function read(
    cluster: string,
    after: string,
    until: string | null,
    limit: number,
    lookedAt: number | null,
  ): Promise<EventBatch | null> {
    const { rows } = await pool.query<NowRow & (EventRow | { readonly incident_id: null })>(
      BETWEEN,
      [after, until, limit + 1, lookedAt],
    );
    const place = present(rows[0], 'place');
    if (place.cluster !== cluster || !place.known || place.endless) return null;
    const events = rows.flatMap((row) => (row.incident_id === null ? [] : liveEventFrom(row)));
    if (events.length > limit) return null;
    const position = writePosition({ cluster, snapshot: place.until, within: null });
    return { events: placed(events, cluster, after, place.until), position };
  }

  return {
    now: () =>
      withRetries(async () => {
        const { rows } = await pool.query<NowRow>(NOW);
        const { cluster, until } = present(rows[0], 'place');
        return writePosition({ cluster, snapshot: until, within: null });
      }),

    after: (position, limit, until) =>
      withRetries(async () => {
        const place = readPosition(position);
        const end = until === undefined ? null : readPosition(until);
        if (!place || (until !== undefined && !end)) return null;
        const { cluster, snapshot, within } = place;
        const lookedAt = until === undefined ? null : LOOKED_AT_LIMIT;
        const last = end?.snapshot ?? null;
        try {
          if (!within) return await read(cluster, snapshot, last, limit, lookedAt);
          const whole = limit + within.told;
          const begun = await read(cluster, snapshot, within.until, whole, lookedAt);
          const rest = await read(cluster, within.until, last, limit, lookedAt);
          if (!begun || !rest) return null;
          const events = [...begun.events.slice(within.told), ...rest.events];
          return events.length > limit ? null : { events, position: rest.position };
        } catch (error) {
          if (isNoSnapshot(error)) return null;
          throw error;
        }
      }),

    listen: (heard) => listenTo({ ...listener, channel: 'klaxon_events', quietMs: 100 }, heard),
  };
}

/** The place after each: within the batch, and after the last one at its end. */
function placed(
  events: readonly LiveEvent[],
  cluster: string,
  snapshot: string,
  until: string,
): readonly PlacedEvent[] {
  return events.map((event, index) => {
    const told = index + 1;
    const position: StreamPosition =
      told === events.length
        ? writePosition({ cluster, snapshot: until, within: null })
        : writePosition({ cluster, snapshot, within: { until, told } });
    return { event, position };
  });
}

function liveEventFrom(row: EventRow): LiveEvent {
  return {
    incidentId: row.incident_id,
    version: row.version,
    type: eventTypeFrom(row.type),
    at: row.at.getTime(),
    number: row.number,
    severity: severityFrom(row.severity),
    title: row.title,
    status: incidentStatusFrom(row.status),
  };
}

/** Digits and colons that are no snapshot all the same (invalid_text_representation, out of range). */
function isNoSnapshot(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '22P02' || error.code === '22003');
}
