/** The version that each incident had after it was last changed here. */
const versions = new Map<string, number>();

/** Keeps in mind what a change was answered with: whatever shows the incident is loaded again by itself. */
export function keepOwnChange(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return;
  if (!('id' in answer) || !('version' in answer)) return;
  const { id, version } = answer;
  if (typeof id === 'string' && typeof version === 'number') versions.set(id, version);
}

/** Whether an event tells only what a change made here was answered with already. */
export function isOwnEcho(event: {
  readonly incident_id: string;
  readonly version: number;
}): boolean {
  return event.version <= (versions.get(event.incident_id) ?? 0);
}
