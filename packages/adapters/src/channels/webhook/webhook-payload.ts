import type { BundleMessage, IncidentMessage, Instant } from '@klaxon/domain';
import { fitText, manyLines, oneLine } from '../shared/channel-text.ts';
import { messageLines } from '../shared/message-lines.ts';

/** What is posted: the envelope of Standard Webhooks. Its JSON is less than 20 KB. */
export interface WebhookPayload {
  readonly type: string;
  /** RFC 3339, UTC: when it happened. */
  readonly timestamp: string;
  readonly data: object;
}

const LABEL_BYTES = 6_000;

export function webhookPayload(message: IncidentMessage): WebhookPayload {
  const { labels, leftOut } = fittingLabels(message);
  return {
    // A receiver that opens incidents of its own must not open one for a test.
    type: message.isTest ? 'test' : `incident.${message.kind}`,
    timestamp: timestamp(message.at),
    data: {
      id: message.incidentId,
      number: message.number,
      headline: message.headline,
      title: fitText(oneLine(message.title), 500),
      description:
        message.description === null ? null : fitText(manyLines(message.description), 2_000),
      severity: message.severity,
      status: message.status,
      since: timestamp(message.since),
      assignee_id: message.assigneeId === null ? null : fitText(oneLine(message.assigneeId), 255),
      assignee_name:
        message.assigneeName === null ? null : fitText(oneLine(message.assigneeName), 255),
      reason: fitText(oneLine(message.reason), 500),
      firing_alerts: message.firingAlerts,
      labels,
      labels_left_out: leftOut,
      url: message.url,
      // The incident's own address is `url`.
      links: messageLines({ ...message, url: null }).links,
    },
  };
}

export function webhookBundle(message: BundleMessage, now: Instant): WebhookPayload {
  return {
    type: 'incidents.bundled',
    timestamp: timestamp(now),
    data: {
      headline: fitText(oneLine(message.headline), 500),
      incidents: message.lines.map(({ kind, number, title, severity }) => ({
        kind,
        number,
        title: fitText(oneLine(title), 200),
        severity,
      })),
      more: message.more,
      url: message.url,
    },
  };
}

/** As many labels as fit, those that say where to look first. */
function fittingLabels(message: IncidentMessage): {
  readonly labels: Readonly<Record<string, string>>;
  readonly leftOut: number;
} {
  const all = messageLines(message).labels;
  const kept: [string, string][] = [];
  let bytes = 0;
  for (const { name, value } of all) {
    const entry: [string, string] = [fitText(name, 200), fitText(value, 500)];
    const size = Buffer.byteLength(JSON.stringify(entry));
    if (bytes + size > LABEL_BYTES) continue;
    bytes += size;
    kept.push(entry);
  }
  return { labels: Object.fromEntries(kept), leftOut: all.length - kept.length };
}

function timestamp(instant: Instant): string {
  return new Date(instant).toISOString();
}
