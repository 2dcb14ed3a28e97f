import type { Incident } from './incident.ts';

/** Who works on it: where nobody is assigned, whoever acknowledged it. */
export function ownerOf({
  status,
  assignee_name: assignee,
  acknowledged_by_name: by,
}: Pick<Incident, 'status' | 'assignee_name' | 'acknowledged_by_name'>): string | null {
  return assignee ?? (status === 'acknowledged' ? by : null);
}
