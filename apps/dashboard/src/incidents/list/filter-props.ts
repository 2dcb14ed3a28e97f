import type { ListFilter } from './list-filter.ts';

export interface FilterProps {
  readonly filter: ListFilter;
  /** @param replace whether the step is too small to come back to */
  readonly onChange: (part: Partial<ListFilter>, replace?: boolean) => void;
}
