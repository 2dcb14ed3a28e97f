import type { components } from '@klaxon/sdk';

export type Incident = components['schemas']['Incident'];
export type IncidentDetail = components['schemas']['IncidentDetail'];

/** What somebody may do with a click or a key. */
export type QuickAction = 'acknowledge' | 'resolve';

export const PAST: Readonly<Record<QuickAction, string>> = {
  acknowledge: 'acknowledged',
  resolve: 'resolved',
};
