import {
  type AlertMoment,
  type IncidentChange,
  type IncidentEventType,
  SEVERITIES,
  type Severity,
} from '@klaxon/domain';
import { labelsFrom } from '../database/rows.ts';

/** What an event's `data` and `alerts` hold. What is not what it should be is read as what it most likely was. */
type Reader = (data: Fields, alerts: readonly AlertMoment[] | null) => IncidentChange;

type Fields = Readonly<Record<string, unknown>>;

const NO_DATA = {};

const READERS: Readonly<Record<Exclude<IncidentEventType, 'unknown'>, Reader>> = {
  opened: (data, alerts) => ({
    type: 'opened',
    data: {
      title: text(data['title']),
      description: optionalText(data['description']),
      severity: severity(data['severity']),
      labels: labelsFrom(data['labels']),
      group: optionalText(data['group']),
      assignee: optionalText(data['assignee']),
      ...aboutAlerts(data, alerts),
    },
  }),
  alerts_joined: (data, alerts) => ({ type: 'alerts_joined', data: aboutAlerts(data, alerts) }),
  alerts_returned: (data, alerts) => ({ type: 'alerts_returned', data: aboutAlerts(data, alerts) }),
  alerts_resolved: (data, alerts) => ({ type: 'alerts_resolved', data: aboutAlerts(data, alerts) }),
  alerts_unconfirmed: (data, alerts) => ({
    type: 'alerts_unconfirmed',
    data: aboutAlerts(data, alerts),
  }),
  acknowledged: ({ by, assignee }) => ({
    type: 'acknowledged',
    data: { by: text(by), assignee: optionalText(assignee) },
  }),
  assigned: ({ assignee }) => ({ type: 'assigned', data: { assignee: optionalText(assignee) } }),
  title_changed: ({ title }) => ({ type: 'title_changed', data: { title: text(title) } }),
  description_changed: ({ description }) => ({
    type: 'description_changed',
    data: { description: optionalText(description) },
  }),
  severity_changed: ({ from, to }) => ({
    type: 'severity_changed',
    data: { from: severity(from), to: severity(to) },
  }),
  resolved: ({ resolution }) => ({
    type: 'resolved',
    data: {
      resolution: resolution === 'alerts' || resolution === 'merged' ? resolution : 'person',
    },
  }),
  merged: ({ into }) => ({ type: 'merged', data: { into: text(into) } }),
  absorbed: ({ source }, alerts) => ({ type: 'absorbed', data: { source: text(source), alerts } }),
  note_added: (data) => ({ type: 'note_added', data: { text: text(data['text']) } }),
  snoozed: ({ until }) => ({ type: 'snoozed', data: { until: text(until) } }),
  reopened: () => ({ type: 'reopened', data: NO_DATA }),
  snooze_ended: () => ({ type: 'snooze_ended', data: NO_DATA }),
  went_stale: () => ({ type: 'went_stale', data: NO_DATA }),
  heard_again: () => ({ type: 'heard_again', data: NO_DATA }),
  notification_failed: ({ channel, about, error }) => ({
    type: 'notification_failed',
    data: { channel: text(channel), about: text(about), error: text(error) },
  }),
};

/** @param alerts `null` where they were not read or not written down */
export function readEventChange(type: string, data: unknown, alerts: unknown): IncidentChange {
  if (!isEventType(type)) return { type: 'unknown', data: { name: type } };
  return READERS[type](fieldsOf(data), Array.isArray(alerts) ? alerts.flatMap(moment) : null);
}

export function isEventType(type: string): type is keyof typeof READERS {
  return Object.hasOwn(READERS, type);
}

function aboutAlerts({ count, fingerprints }: Fields, alerts: readonly AlertMoment[] | null) {
  return {
    count: typeof count === 'number' ? count : 0,
    fingerprints: Array.isArray(fingerprints) ? fingerprints.map(text) : [],
    alerts,
  };
}

function moment(entry: unknown): readonly AlertMoment[] {
  const { id, started, ended } = fieldsOf(entry);
  return typeof id === 'string' ? [{ id, started: text(started), ended: optionalText(ended) }] : [];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function optionalText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function severity(value: unknown): Severity {
  return SEVERITIES.find((one) => one === value) ?? 'medium';
}
