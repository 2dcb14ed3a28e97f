import type { Clock } from '@klaxon/application';
import type { Instant, Milliseconds } from '@klaxon/domain';
import { withClient } from '../database/database-client.ts';

/** What the database said when it was asked for the time. */
interface ClockSample {
  readonly databaseNow: Instant;
  /** By this process's monotonic clock. */
  readonly askedAt: Milliseconds;
  readonly answeredAt: Milliseconds;
}

export interface DatabaseClock extends Clock {
  learn(sample: ClockSample): void;
  /** How far this machine's own clock is ahead of the database's. */
  ahead(): Milliseconds;
}

/** An answer that took longer says little of when it was given. */
const PRECISE: Milliseconds = 200;
/** Better a coarse answer than one that a leap of the database's clock has made wrong. */
const STALE_AFTER: Milliseconds = 30_000;
/** Between two answers it never goes back, but for a real leap of the database's clock. */
const LEAP: Milliseconds = 1_000;

/**
 * The database's clock as this process knows it. All processes share it, so no page is late because a
 * machine's clock is wrong: what is written as due, and what is compared with it, is of one clock.
 */
export function databaseClock(first: ClockSample): DatabaseClock {
  let offset = offsetOf(first);
  let learntAt = first.answeredAt;
  let latest = Number.NEGATIVE_INFINITY;
  return {
    now() {
      const now = Math.floor(performance.now() + offset);
      latest = latest - now > LEAP ? now : Math.max(latest, now);
      return latest;
    },
    learn(sample) {
      const took = sample.answeredAt - sample.askedAt;
      if (took > PRECISE && sample.answeredAt - learntAt < STALE_AFTER) return;
      offset = offsetOf(sample);
      learntAt = sample.answeredAt;
    },
    ahead: () => Math.round(Date.now() - performance.now() - offset),
  };
}

/** @throws where the database does not answer */
export async function readDatabaseClock(url: string): Promise<DatabaseClock> {
  return withClient(url, async (client) => {
    const askedAt = performance.now();
    const { rows } = await client.query<{ now: number }>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now',
    );
    const databaseNow = rows[0]?.now;
    if (databaseNow === undefined) throw new Error('the database did not tell its time');
    return databaseClock({ databaseNow, askedAt, answeredAt: performance.now() });
  });
}

function offsetOf({ databaseNow, askedAt, answeredAt }: ClockSample): Milliseconds {
  return databaseNow - (askedAt + answeredAt) / 2;
}
