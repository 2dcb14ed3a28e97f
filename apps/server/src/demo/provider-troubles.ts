import { type Instant, MINUTE } from '@klaxon/domain';
import { STATUS_PAGE } from './demo-channels.ts';

/** When providers were in trouble, in minutes before now, and what they answered. */
const TROUBLES = [
  { path: '/slack/', from: 26 * 60, to: 26 * 60 - 14, status: 500 },
  { path: '/bot', from: 53, to: 51, status: 429 },
  { path: `/hooks/${STATUS_PAGE}`, from: 12 * 24 * 60, to: 11 * 24 * 60, status: 503 },
  { path: `/hooks/${STATUS_PAGE}`, from: 6 * 24 * 60, to: Number.NEGATIVE_INFINITY, status: 404 },
];

/** With what status the provider of a path answers at a time; null where it is well. */
export function providerTroubles(now: Instant): (path: string, at: Instant) => number | null {
  return (path, at) =>
    TROUBLES.find(
      (one) =>
        path.startsWith(one.path) && at >= now - one.from * MINUTE && at < now - one.to * MINUTE,
    )?.status ?? null;
}
