import { deliveryLines } from '../../../channels/delivery-lines.ts';
import { kindInWords } from '../../../channels/rule-words.ts';
import { formatDuration } from '../../../shared/time.ts';
import type { Delivery } from './merge-timeline.ts';

export interface DeliveryText {
  readonly title: string;
  /** What came of it, and why it was told at all: a line each. */
  readonly lines: readonly string[];
}

export function describeDelivery(delivery: Delivery, channel: string): DeliveryText {
  const { kind, reason, superseded_because: superseded } = delivery;
  return {
    title: `${headOf(delivery, channel)}: ${kindInWords(kind)}`,
    lines: [...triesOf(delivery), ...deliveryLines(delivery), `Why: ${superseded ?? reason}`],
  };
}

function headOf({ status, attempts }: Delivery, channel: string): string {
  switch (status) {
    case 'sent':
      return `${channel} was told`;
    case 'failed':
      return `${channel} could not be told`;
    case 'superseded':
      return `${channel} was not told`;
    case 'queued':
      return attempts > 0 ? `${channel} is not told yet` : `${channel} is being told`;
  }
}

function triesOf({ attempts, created_at: from, settled_at: to }: Delivery): readonly string[] {
  if (attempts === 0) return [];
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  if (to === null) return [tries];
  const seconds = (Date.parse(to) - Date.parse(from)) / 1_000;
  return [seconds < 1 ? `${tries}, at once` : `${tries}, within ${formatDuration(seconds)}`];
}
