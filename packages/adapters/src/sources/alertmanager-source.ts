import { createHash } from 'node:crypto';
import type { AlertSource, IngestReport, ParsedReport } from '@klaxon/application';
import {
  type Actor,
  type AlertStatus,
  type DomainError,
  type IncomingAlert,
  invalid,
  storableText,
} from '@klaxon/domain';
import { parseAlert } from './alertmanager-alert.ts';

const ACTOR: Actor = { kind: 'integration', id: 'alertmanager' };
/** How much of a rejected payload is kept, in UTF-16 units. */
const RAW_LIMIT = 65_536;
const PATH_LIMIT = 1_000;

type Rejected = IngestReport['rejected'][number];

/**
 * Alertmanager's webhook, version 4. Reads what is there and ignores what it does not know: newer
 * versions add fields, and since 0.32 the payload can be a template of the operator's own.
 */
export const alertmanagerSource: AlertSource = {
  name: 'alertmanager',

  parse(body) {
    const payload = parseJson(body);
    if (payload === undefined) return refused(body, invalid('body', 'is not JSON'));
    const alerts = field(payload, 'alerts');
    if (!Array.isArray(alerts))
      return refused(body, invalid('alerts', 'must be an array of alerts'));
    return { report: report(payload, alerts), refusal: null };
  },
};

function report(payload: unknown, entries: readonly unknown[]): IngestReport {
  const alerts: IncomingAlert[] = [];
  const rejected: Rejected[] = [];
  entries.forEach((entry, index) => {
    const parsed = parseAlert(entry);
    if ('alert' in parsed) alerts.push(parsed.alert);
    else rejected.push(rejection(`alerts[${index}]${parsed.path}`, parsed.reason, printed(entry)));
  });
  const group = field(payload, 'groupKey');
  return {
    delivery: {
      actor: ACTOR,
      sourceGroup: typeof group === 'string' && group !== '' ? digest(group) : null,
      status: groupStatus(payload, alerts),
      alerts,
    },
    rejected,
  };
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
  const truncated = Number(field(payload, 'truncatedAlerts')) > 0;
  const over = field(payload, 'status') === 'resolved';
  return truncated && over && alerts.every((alert) => alert.status === 'resolved')
    ? 'resolved'
    : 'firing';
}

function refused(body: string, refusal: DomainError): ParsedReport {
  const delivery = { actor: ACTOR, sourceGroup: null, status: 'firing', alerts: [] } as const;
  const path = refusal.faults[0]?.path ?? 'body';
  return { report: { delivery, rejected: [rejection(path, refusal.message, body)] }, refusal };
}

function rejection(path: string, reason: string, raw: string): Rejected {
  const source = 'alertmanager';
  return {
    source,
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

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function field(payload: unknown, name: string): unknown {
  return typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
}
