import type { components } from '@klaxon/sdk';
import { formatDateTime } from '../shared/time.ts';

type Told = Pick<
  components['schemas']['Notification'],
  'status' | 'attempts' | 'last_error' | 'provider_id' | 'next_attempt_at' | 'bundled_into_id'
>;

/** What came of a message to a channel, a line each. */
export function deliveryLines(delivery: Told): readonly string[] {
  const { status, attempts, last_error: error, provider_id: provider } = delivery;
  const { next_attempt_at: next, bundled_into_id: bundle } = delivery;
  const isTriedAgain = status === 'queued' && attempts > 0 && next !== null;
  return [
    ...(error === null ? [] : [`The last attempt failed: ${error}`]),
    ...(provider === null ? [] : [`The provider calls it ${provider}`]),
    ...(isTriedAgain ? [`Tried again at ${formatDateTime(next)}`] : []),
    ...(bundle === null ? [] : ['Told together with others in one message']),
  ];
}
