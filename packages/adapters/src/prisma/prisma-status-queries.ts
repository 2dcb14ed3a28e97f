import type { StatusQueries } from '@klaxon/application';
import { type FailingChannel, type Instant, REJECTED_COUNTED } from '@klaxon/domain';
import { withRetries } from '../database/database-errors.ts';
import { instantFrom, present } from '../database/rows.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';

interface FailingRow {
  readonly channel_id: string;
  readonly failures: number;
  readonly since: Date;
  readonly last_error: string | null;
}

type Times = Readonly<
  Record<
    | 'rejected_since'
    | 'alert_received'
    | 'message_sent'
    | 'incident_acknowledged'
    | 'incident_resolved',
    Date | null
  >
>;

/** Two statements, each of which finds a few rows at the end of an index. */
export function prismaStatusQueries(prisma: PrismaClient): StatusQueries {
  return {
    recorded: (channelIds, from) =>
      withRetries(async () => {
        const [failing, [row]] = await Promise.all([
          prisma.$queryRaw<FailingRow[]>(failingChannels(channelIds, from)),
          prisma.$queryRaw<(Times & { readonly rejected: number })[]>(times(from)),
        ]);
        const facts = present(row, 'times');
        const since = instantFrom(facts.rejected_since);
        return {
          failing: failing.map(failingFrom),
          rejected: since === null ? null : { count: facts.rejected, since },
          firsts: {
            alert_received: instantFrom(facts.alert_received),
            message_sent: instantFrom(facts.message_sent),
            incident_acknowledged: instantFrom(facts.incident_acknowledged),
            incident_resolved: instantFrom(facts.incident_resolved),
          },
        };
      }),
  };
}

function failingFrom(row: FailingRow): FailingChannel {
  return {
    channelId: row.channel_id,
    failures: row.failures,
    since: row.since.getTime(),
    lastError: row.last_error,
  };
}

/** Messages that failed for good, or a second time, and none since that got through. */
function failingChannels(channelIds: readonly string[], from: Instant): Prisma.Sql {
  return Prisma.sql`
    SELECT channel.id AS channel_id, failing.failures, failing.since, failing.last_error
    FROM unnest(${[...channelIds]}::text[]) AS channel (id)
    CROSS JOIN LATERAL (
      WITH recent AS (
        SELECT status, attempts, last_error, settled_at, coalesce(settled_at, created_at) AS at
        FROM notification_deliveries
        WHERE channel_id = channel.id AND created_at >= ${new Date(from)}
        ORDER BY created_at DESC LIMIT 100
      )
      SELECT count(*)::int AS failures, min(at) AS since,
        (array_agg(last_error ORDER BY at DESC))[1] AS last_error
      FROM recent
      WHERE (status = 'failed' OR (status = 'queued' AND attempts > 1 AND last_error IS NOT NULL))
        AND at > coalesce((SELECT max(settled_at) FROM recent WHERE status = 'sent'), '-infinity')
    ) AS failing
    WHERE failing.failures > 0`;
}

function times(from: Instant): Prisma.Sql {
  return Prisma.sql`
    SELECT rejected.count AS rejected, rejected.since AS rejected_since,
      (SELECT min(created_at) FROM alerts) AS alert_received,
      (SELECT min(settled_at) FROM notification_deliveries WHERE status = 'sent') AS message_sent,
      (SELECT min(at) FROM incident_events WHERE type = 'acknowledged') AS incident_acknowledged,
      (SELECT min(at) FROM incident_events WHERE type = 'resolved') AS incident_resolved
    FROM (
      SELECT count(*)::int AS count, min(received_at) AS since
      FROM (
        SELECT received_at FROM rejected_alerts WHERE received_at >= ${new Date(from)}
        ORDER BY received_at LIMIT ${REJECTED_COUNTED + 1}
      ) AS latest
    ) AS rejected`;
}
