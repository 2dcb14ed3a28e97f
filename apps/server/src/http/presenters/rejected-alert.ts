import type { Page } from '@klaxon/application';
import {
  RAW_SHOWN,
  type RejectedAlertList,
  type RejectedAlert as WireRejectedAlert,
} from '@klaxon/contracts';
import type { RejectedAlert } from '@klaxon/domain';
import { presentTime } from './time.ts';

function presentRejectedAlert({
  id,
  receivedAt,
  source,
  path,
  reason,
  raw,
}: RejectedAlert): WireRejectedAlert {
  const received_at = presentTime(receivedAt);
  return {
    id,
    received_at,
    source,
    path,
    reason,
    raw: raw.slice(0, RAW_SHOWN),
    raw_length: raw.length,
  };
}

export function presentRejectedAlerts({
  items,
  total,
  nextCursor,
}: Page<RejectedAlert>): RejectedAlertList {
  return { rejected_alerts: items.map(presentRejectedAlert), total, next_cursor: nextCursor };
}
