import { type Static, Type } from 'typebox';
import { component, count, id, ref, time } from './component.ts';
import { pageOf } from './list.ts';

/** How much of a rejected payload an answer shows, in characters. */
export const RAW_SHOWN = 8_192;

const example = {
  id: '0199f3b0-4e5f-7a21-9d3c-0c6b8f2a1e94',
  received_at: '2026-11-23T09:12:01.004Z',
  source: 'alertmanager',
  path: 'alerts[3].startsAt',
  reason: 'must be an RFC 3339 time',
  raw: '{"status":"firing","startsAt":"yesterday","labels":{"alertname":"InstanceDown"}}',
  raw_length: 80,
};

export const RejectedAlert = component(
  'RejectedAlert',
  Type.Object(
    {
      id: id(),
      received_at: time(),
      source: Type.String({ description: 'The kind of system that sent it.' }),
      path: Type.String({
        description: 'Where in the payload it stood; empty for the payload as a whole.',
      }),
      reason: Type.String({ description: 'Why it could not be taken in.' }),
      raw: Type.String({
        maxLength: RAW_SHOWN,
        description: 'What was sent, its first 8,192 characters.',
      }),
      raw_length: count('How long it was in all, in characters.'),
    },
    {
      description: 'Something that a monitoring system sent and that could not be taken in.',
      examples: [example],
    },
  ),
);
export type RejectedAlert = Static<typeof RejectedAlert>;

export const RejectedAlertList = component(
  'RejectedAlertList',
  pageOf(
    { rejected_alerts: Type.Array(ref(RejectedAlert)) },
    'A page of what could not be taken in, newest first.',
    { rejected_alerts: [example] },
  ),
);
export type RejectedAlertList = Static<typeof RejectedAlertList>;
