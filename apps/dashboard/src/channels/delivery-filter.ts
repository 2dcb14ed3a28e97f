import type { components } from '@klaxon/sdk';

export type Delivery = components['schemas']['ListedNotification'];
export type DeliveryStatus = components['schemas']['NotificationStatus'];

export const DELIVERY_STATUSES: readonly DeliveryStatus[] = [
  'queued',
  'sent',
  'failed',
  'superseded',
];

interface DeliveryQuery {
  status?: DeliveryStatus;
  channel_id?: string;
  incident_id?: string;
  from?: string;
  to?: string;
  cursor?: string;
}

/** What the address asks for, as the API wants it; what is no status is let be. */
export function deliveryQuery(value: (name: string) => string): DeliveryQuery {
  const status = DELIVERY_STATUSES.find((one) => one === value('status'));
  const [channel, incident, from, to, cursor] = [
    value('channel'),
    value('incident'),
    value('from'),
    value('to'),
    value('cursor'),
  ];
  return {
    ...(status !== undefined && { status }),
    ...(channel !== '' && { channel_id: channel }),
    ...(incident !== '' && { incident_id: incident }),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    ...(cursor !== '' && { cursor }),
  };
}
