import type { MetricsRollup } from '@klaxon/application';
import { withRetries } from '../database/database-errors.ts';
import type { PrismaClient } from './generated/client.ts';

/**
 * One statement, so that no reader sees rows gone and their sum not yet there. Writers only ever add
 * rows: those that come meanwhile are not seen, and wait for the next time.
 */
export function prismaMetricsRollup(prisma: PrismaClient): MetricsRollup {
  const compact = () => prisma.$executeRaw`
    WITH waiting AS (
      SELECT DISTINCT service_hash, day FROM incident_metrics WHERE NOT compacted
    ), taken AS (
      DELETE FROM incident_metrics USING waiting
      WHERE incident_metrics.service_hash = waiting.service_hash AND incident_metrics.day = waiting.day
      RETURNING incident_metrics.*
    )
    INSERT INTO incident_metrics
      (day, service_hash, service, severity, status, total, acked, ack_seconds, resolved, resolve_seconds, compacted)
    SELECT day, service_hash, max(service), severity, status, sum(total), sum(acked), sum(ack_seconds),
      sum(resolved), sum(resolve_seconds), TRUE
    FROM taken GROUP BY day, service_hash, severity, status
    HAVING (sum(total), sum(acked), sum(ack_seconds), sum(resolved), sum(resolve_seconds)) <> (0, 0, 0, 0, 0)`;
  return {
    async compact() {
      await withRetries(compact);
    },
  };
}
