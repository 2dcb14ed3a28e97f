import type { Incident } from '../incident.ts';

export interface Failed {
  readonly incident: Pick<Incident, 'number'>;
  readonly why: string;
}

/** Which could not be done and why, a sentence for each reason. */
export function describeFailures(failures: readonly Failed[]): string {
  return [...Map.groupBy(failures, ({ why }) => why)]
    .map(
      ([why, alike]) => `${alike.map(({ incident }) => `#${incident.number}`).join(', ')}: ${why}`,
    )
    .join(' ');
}
