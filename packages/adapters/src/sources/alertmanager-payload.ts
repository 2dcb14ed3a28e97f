import { createHash } from 'node:crypto';
import type { IngestInput } from '@klaxon/application';
import {
  type Actor,
  ALERTMANAGER,
  type AlertStatus,
  type Fault,
  type IncomingAlert,
  storableText,
} from '@klaxon/domain';
import { parseAlert } from './alertmanager-alert.ts';
import { ALERTS_BOUND, REJECTED_BOUND } from './report-bounds.ts';

const ACTOR: Actor = { kind: 'integration', id: ALERTMANAGER };
/** How much of a rejected payload is kept, in UTF-16 units. */
export const RAW_LIMIT = 8_192;
const PATH_LIMIT = 1_000;

type Rejected = IngestInput['rejected'][number];

/** A payload, read. Plain data: it may come from another thread. */
export interface ReadPayload extends IngestInput {
  /** How many alerts could not be read; of many, only the first are kept. */
  readonly rejectedAlerts: number;
  /** Why the body as a whole is not what the source sends. */
  readonly refusal: Fault | null;
}

/**
 * Alertmanager's webhook, version 4. Reads what is there and ignores what it does not know: newer
 * versions add fields, and since 0.32 the payload can be a template of the operator's own.
 */
export function readPayload(body: string): ReadPayload {
  const payload = parseJson(body);
  if (payload === undefined) return refused(body, { path: 'body', message: 'is not JSON' });
  const alerts = field(payload, 'alerts');
  if (!Array.isArray(alerts))
    return refused(body, { path: 'alerts', message: 'must be an array of alerts' });
  const reader = payloadReader();
  reader.take(alerts);
  return reader.end(payload);
}

/** Reads the alerts of a payload, all at once or some at a time, and then what stands around them. */
export function payloadReader() {
  const alerts: IncomingAlert[] = [];
  const rejected: Rejected[] = [];
  let entriesSeen = 0;
  let unreadable = 0;

  function takeEntry(entry: unknown, index: number): void {
    const parsed = parseAlert(entry);
    if ('alert' in parsed) {
      alerts.push(parsed.alert);
      return;
    }
    unreadable += 1;
    if (rejected.length < REJECTED_BOUND)
      rejected.push(rejection(`alerts[${index}]${parsed.path}`, parsed.reason, printed(entry)));
  }

  return {
    take(entries: readonly unknown[]): void {
      const most = Math.min(entries.length, ALERTS_BOUND - entriesSeen);
      for (let at = 0; at < most; at += 1) takeEntry(entries[at], entriesSeen + at);
      entriesSeen += entries.length;
    },

    end(payload: unknown): ReadPayload {
      const beyond = Math.max(0, entriesSeen - ALERTS_BOUND);
      const unkept = unreadable - rejected.length;
      if (unkept > 0) rejected.push(rejection('alerts', `${unkept} more could not be read`, ''));
      if (beyond > 0) rejected.push(rejection(`alerts[${ALERTS_BOUND}]`, tooMany(beyond), ''));
      const group = field(payload, 'groupKey');
      const report = {
        source: ALERTMANAGER,
        actor: ACTOR,
        sourceGroup: typeof group === 'string' && group !== '' ? digest(group) : null,
        status: beyond > 0 ? 'firing' : groupStatus(payload, alerts),
        alerts,
      } as const;
      const rejectedAlerts = unreadable + beyond;
      return { report, rejected, rejectedAlerts, refusal: null };
    },
  };
}

function tooMany(count: number): string {
  return `and all that follow, ${count} in all, are more than a notification can hold, and were left out. Set max_alerts in Alertmanager.`;
}

/** Alertmanager's groupKey holds label values of any length; only whether two are equal matters. */
function digest(groupKey: string): string {
  return createHash('sha256').update(groupKey).digest('base64url');
}

/**
 * Whether this ends alerts that it leaves out: only where Alertmanager says that it left some out
 * because of `max_alerts`. Otherwise what is absent is silenced, inhibited, or another Alertmanager's
 * whose groups have the same names, and may well fire on.
 */
function groupStatus(payload: unknown, alerts: readonly IncomingAlert[]): AlertStatus {
  const count = field(payload, 'truncatedAlerts');
  // A template of the operator's own may write the number as a text.
  const truncated = (typeof count === 'number' || typeof count === 'string') && Number(count) > 0;
  const over = field(payload, 'status') === 'resolved';
  return truncated && over && alerts.every((alert) => alert.status === 'resolved')
    ? 'resolved'
    : 'firing';
}

/** A body of which nothing is taken in. `raw` is where it begins. */
export function refused(raw: string, refusal: Fault): ReadPayload {
  const about = { source: ALERTMANAGER, actor: ACTOR, sourceGroup: null } as const;
  const reason = `${refusal.path}: ${refusal.message}`;
  return {
    report: { ...about, status: 'firing', alerts: [] },
    rejected: [rejection(refusal.path, reason, raw)],
    rejectedAlerts: 0,
    refusal,
  };
}

function rejection(path: string, reason: string, raw: string): Rejected {
  return {
    source: ALERTMANAGER,
    path: storableText(path.slice(0, PATH_LIMIT)),
    reason,
    raw: storableText(raw.slice(0, RAW_LIMIT)),
  };
}

/** What was parsed may be nested deeper than can be printed again. */
function printed(entry: unknown): string {
  try {
    return JSON.stringify(entry) ?? '';
  } catch {
    return '(nested too deeply to be shown)';
  }
}

/** Undefined for what is not JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function field(payload: unknown, name: string): unknown {
  return typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
}
