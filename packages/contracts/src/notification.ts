import { type Static, Type } from 'typebox';
import { channelId } from './channel.ts';
import { component, count, id, nullableText, nullableTime, ref, time } from './component.ts';
import { pageOf, pageParameters, timeParameters } from './list.ts';

export const NotificationStatus = component(
  'NotificationStatus',
  Type.Enum(['queued', 'sent', 'failed', 'superseded'], {
    type: 'string',
    description:
      'How far a message has come. `superseded`: a later one about the same incident said more before this one could be sent.',
  }),
);

const example = {
  id: '0199f3a4-7d02-7c11-8a7e-2b9c4d5e6f70',
  incident_id: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  event_id: '0199f3a4-7c20-7a8b-b1c2-d3e4f5061728',
  channel_id: 'env:slack',
  kind: 'created',
  status: 'queued',
  reason: 'It has no rules, so it hears everything.',
  superseded_because: null,
  attempts: 2,
  last_error: 'Slack answered HTTP 503.',
  next_attempt_at: '2026-11-23T09:00:18.400Z',
  in_hand_since: null,
  bundled_into_id: null,
  provider_id: null,
  created_at: '2026-11-23T09:00:12.360Z',
  settled_at: null,
};

export const Notification = component(
  'Notification',
  Type.Object(
    {
      id: id(),
      incident_id: id('The incident that it is about.'),
      event_id: id('The line of the timeline that it tells of.'),
      channel_id: Type.String({ description: 'The channel that is told.' }),
      kind: Type.String({
        description:
          'What it is about: an `AnnouncementKind`, or one that only a newer Klaxon knows.',
      }),
      status: ref(NotificationStatus),
      reason: Type.String({ description: 'Why this channel is notified.' }),
      superseded_because: nullableText({
        description: 'Why it was not, after all; null where it is not superseded.',
      }),
      attempts: count('How often it was tried.'),
      last_error: nullableText({
        description: 'Why the last attempt came to nothing; null where none did, or it was sent.',
      }),
      next_attempt_at: nullableTime('When it is tried next; null where it is settled.'),
      in_hand_since: nullableTime('Since when it is being sent; null where it is not.'),
      bundled_into_id: nullableText({
        format: 'uuid',
        description:
          'The notification that tells of this one too, because there were many at once.',
      }),
      provider_id: nullableText({ description: 'What the provider calls the message.' }),
      created_at: time('When it was asked for, the last time that it was.'),
      settled_at: nullableTime('When it was sent, failed for good or was superseded.'),
    },
    { description: 'One message to one channel about one event.', examples: [example] },
  ),
);
export type Notification = Static<typeof Notification>;

const listedExample = { ...example, incident: { number: 1_042, title: 'Customers cannot pay' } };

export const ListedNotification = component(
  'ListedNotification',
  Type.Intersect(
    [
      ref(Notification),
      Type.Object({
        incident: Type.Object(
          {
            number: Type.Integer({ description: 'What people call it by.' }),
            title: Type.String({ description: 'As it is now.' }),
          },
          { description: 'The incident that it is about.' },
        ),
      }),
    ],
    { description: 'A notification, as lists show it.', examples: [listedExample] },
  ),
);

export const NotificationList = component(
  'NotificationList',
  pageOf(
    { notifications: Type.Array(ref(ListedNotification)) },
    'A page of notifications, newest first.',
    { notifications: [listedExample] },
  ),
);
export type NotificationList = Static<typeof NotificationList>;

/** The parameters of the list of notifications. */
export const ListNotificationsQuery = Type.Object(
  {
    status: Type.Optional(ref(NotificationStatus)),
    channel_id: Type.Optional(channelId('The channel that is told.')),
    incident_id: Type.Optional(id('The incident that they are about.')),
    ...timeParameters('Asked for'),
    ...pageParameters,
  },
  { additionalProperties: false },
);
