import type { Instant } from '../shared/instant.ts';

export type StatusProblemKind =
  | 'no_channel'
  | 'channel_unusable'
  | 'channel_failing'
  | 'work_not_taken'
  | 'no_worker'
  | 'storage_failing'
  | 'clock_off'
  | 'alerts_rejected'
  | 'alertmanager_unreachable'
  | 'migrations_unfinished';

/** Something that is wrong with Klaxon itself. */
export interface StatusProblem {
  readonly kind: StatusProblemKind;
  /** `error` where somebody may not be told of an incident. */
  readonly severity: 'error' | 'warning';
  /** What is wrong, and what to do. */
  readonly message: string;
  readonly since: Instant | null;
  /** The page of the dashboard that shows more. */
  readonly link: string | null;
}

export const SETUP_STEPS = [
  'alert_received',
  'channel_added',
  'message_sent',
  'incident_acknowledged',
  'incident_resolved',
] as const;
export type SetupStepName = (typeof SETUP_STEPS)[number];

export interface SetupStep {
  readonly step: SetupStepName;
  readonly done: boolean;
  /** When it was done first; null where it was not, or nobody knows. */
  readonly at: Instant | null;
}

/** How Klaxon itself fares, and how far its set-up has come. */
export interface SystemStatus {
  readonly problems: readonly StatusProblem[];
  readonly setup: readonly SetupStep[];
  readonly openIncidents: number;
  readonly acknowledgedIncidents: number;
}
