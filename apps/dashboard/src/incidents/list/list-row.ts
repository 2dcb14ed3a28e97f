import type { Incident } from '../incident.ts';

/** What a row of the table and a card have in common. */
export interface ListRowProps {
  readonly incident: Incident;
  /** Who works on it. */
  readonly owner: string | null;
  readonly selected: boolean;
  /** Whether the keys are about this one. */
  readonly current: boolean;
  /** Null where the person may not act on incidents, so that there is no use in choosing. */
  readonly onSelect: ((id: string, range: boolean) => void) | null;
  readonly onVisit: (id: string) => void;
}

export interface ListProps {
  readonly incidents: readonly Incident[];
  readonly selected: ReadonlySet<string>;
  readonly current: string | null;
  readonly onSelect: ListRowProps['onSelect'];
  readonly onSelectAll: () => void;
  readonly onVisit: ListRowProps['onVisit'];
}
