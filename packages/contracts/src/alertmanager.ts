import { type Static, Type } from 'typebox';
import { component, count, ref } from './component.ts';

const labels = { type: 'object', additionalProperties: { type: 'string' } } as const;

/**
 * What Alertmanager sends, for documentation alone. The route reads the body itself: what does not
 * look like this must be kept among the rejected, not turned away.
 */
export const AlertmanagerAlert = component(
  'AlertmanagerAlert',
  Type.Object(
    {
      status: Type.Enum(['firing', 'resolved'], { type: 'string' }),
      labels: Type.Unsafe<Record<string, string>>(labels),
      annotations: Type.Optional(Type.Unsafe<Record<string, string>>(labels)),
      startsAt: Type.String({ format: 'date-time' }),
      endsAt: Type.Optional(
        Type.String({ format: 'date-time', description: 'Year 0001 means that it has not ended.' }),
      ),
      generatorURL: Type.Optional(Type.String()),
      fingerprint: Type.Optional(
        Type.String({ description: 'Computed from the labels where it is left out.' }),
      ),
    },
    { additionalProperties: true, description: 'One alert of a notification.' },
  ),
);

export const AlertmanagerNotification = component(
  'AlertmanagerNotification',
  Type.Object(
    {
      version: Type.Optional(Type.String()),
      groupKey: Type.Optional(Type.String()),
      truncatedAlerts: Type.Optional(Type.Integer({ minimum: 0 })),
      status: Type.Optional(Type.Enum(['firing', 'resolved'], { type: 'string' })),
      receiver: Type.Optional(Type.String()),
      groupLabels: Type.Optional(Type.Unsafe<Record<string, string>>(labels)),
      commonLabels: Type.Optional(Type.Unsafe<Record<string, string>>(labels)),
      commonAnnotations: Type.Optional(Type.Unsafe<Record<string, string>>(labels)),
      externalURL: Type.Optional(Type.String()),
      alerts: Type.Array(ref(AlertmanagerAlert)),
    },
    {
      additionalProperties: true,
      description:
        "Alertmanager's webhook payload, version 4. Fields that Klaxon does not know are ignored.",
      examples: [
        {
          version: '4',
          groupKey: '{}:{alertname="InstanceDown"}',
          truncatedAlerts: 0,
          status: 'firing',
          receiver: 'klaxon',
          groupLabels: { alertname: 'InstanceDown' },
          commonLabels: { alertname: 'InstanceDown', service: 'checkout', severity: 'critical' },
          commonAnnotations: {},
          externalURL: 'http://alertmanager.example.org:9093',
          alerts: [
            {
              status: 'firing',
              labels: { alertname: 'InstanceDown', service: 'checkout', severity: 'critical' },
              annotations: { summary: 'checkout-3 has been down for more than five minutes.' },
              startsAt: '2026-11-23T09:00:00.000Z',
              endsAt: '0001-01-01T00:00:00Z',
              generatorURL: 'http://prometheus.example.org/graph?g0.expr=up+%3D%3D+0',
              fingerprint: '9f3b1c7a52d4e608',
            },
          ],
        },
      ],
    },
  ),
);

export const WebhookReceipt = component(
  'WebhookReceipt',
  Type.Object(
    {
      status: Type.Enum(['ok'], { type: 'string' }),
      accepted: Type.Optional(
        count('How many alerts were taken in; there when any were rejected.'),
      ),
      rejected: Type.Optional(
        count('How many alerts were kept among the rejected; there when any were.'),
      ),
    },
    { description: 'That the payload is stored.', examples: [{ status: 'ok' }] },
  ),
);
export type WebhookReceipt = Static<typeof WebhookReceipt>;
