import type { components } from '@klaxon/sdk';

export type SetupStep = components['schemas']['SetupStep'];

interface StepText {
  readonly title: string;
  /** How to do it. */
  readonly how: string;
  /** Where. */
  readonly to: string | null;
}

export const STEP_TEXTS: Readonly<Record<SetupStep['step'], StepText>> = {
  alert_received: {
    title: 'Receive an alert',
    how: 'Connect your Alertmanager, or send a test alert.',
    to: null,
  },
  channel_added: {
    title: 'Add a channel',
    how: 'Slack, e-mail, Telegram or a webhook: otherwise nobody is told.',
    to: '/channels',
  },
  message_sent: {
    title: 'Get a message through',
    how: 'Send a test alert, or a test message of a channel.',
    to: '/channels/deliveries',
  },
  incident_acknowledged: {
    title: 'Acknowledge an incident',
    how: 'So that others know somebody is on it.',
    to: '/incidents',
  },
  incident_resolved: {
    title: 'Resolve an incident',
    how: 'By hand, or by the end of its alerts.',
    to: '/incidents',
  },
};

export function isDone(steps: readonly SetupStep[], name: SetupStep['step']): boolean {
  return steps.some(({ step, done }) => step === name && done);
}
