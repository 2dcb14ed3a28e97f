import { type Static, Type } from 'typebox';
import { component, count, nullableText, nullableTime, ref } from './component.ts';

export const StatusProblemKind = component(
  'StatusProblemKind',
  Type.Enum(
    [
      'no_channel',
      'channel_unusable',
      'channel_failing',
      'work_not_taken',
      'no_worker',
      'storage_failing',
      'clock_off',
      'alerts_rejected',
      'alertmanager_unreachable',
      'migrations_unfinished',
    ],
    { type: 'string', description: 'What can be wrong with Klaxon itself.' },
  ),
);

export const StatusProblem = component(
  'StatusProblem',
  Type.Object(
    {
      kind: ref(StatusProblemKind),
      severity: Type.Enum(['error', 'warning'], {
        type: 'string',
        description: '`error` where somebody may not be told of an incident.',
      }),
      message: Type.String({ description: 'What is wrong, and what to do.' }),
      since: nullableTime('Since when; null where nobody knows.'),
      link: nullableText({
        description: 'The page of the dashboard that shows more; null where there is none.',
      }),
    },
    { description: 'Something that is wrong with Klaxon itself.' },
  ),
);
export type StatusProblem = Static<typeof StatusProblem>;

export const SetupStep = component(
  'SetupStep',
  Type.Object(
    {
      step: Type.Enum(
        [
          'alert_received',
          'channel_added',
          'message_sent',
          'incident_acknowledged',
          'incident_resolved',
        ],
        { type: 'string' },
      ),
      done: Type.Boolean(),
      at: nullableTime('When it was done first; null where it was not, or nobody knows.'),
    },
    { description: 'One step of setting Klaxon up.' },
  ),
);
export type SetupStep = Static<typeof SetupStep>;

export const SystemStatus = component(
  'SystemStatus',
  Type.Object(
    {
      problems: Type.Array(ref(StatusProblem), { description: 'Errors first.' }),
      setup: Type.Array(ref(SetupStep), { description: 'All the steps, in their order.' }),
      open_incidents: count('How many incidents are open now.'),
      acknowledged_incidents: count('How many incidents are acknowledged and not resolved.'),
    },
    {
      description: 'How Klaxon itself fares, and how far its set-up has come.',
      examples: [
        {
          problems: [
            {
              kind: 'channel_failing',
              severity: 'error',
              message:
                'The last 3 messages to the channel Operations did not get through: Slack answered HTTP 404. Look at its settings, then send a test message.',
              since: '2026-11-23T08:41:10.000Z',
              link: '/channels',
            },
          ],
          setup: [
            { step: 'alert_received', done: true, at: '2026-11-20T14:02:11.300Z' },
            { step: 'channel_added', done: true, at: '2026-11-20T14:05:00.000Z' },
            { step: 'message_sent', done: true, at: '2026-11-20T14:06:31.870Z' },
            { step: 'incident_acknowledged', done: false, at: null },
            { step: 'incident_resolved', done: false, at: null },
          ],
          open_incidents: 2,
          acknowledged_incidents: 1,
        },
      ],
    },
  ),
);
export type SystemStatus = Static<typeof SystemStatus>;
