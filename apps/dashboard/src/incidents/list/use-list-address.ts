import { useSearchParams } from 'react-router';
import { type ListFilter, readFilter, writeFilter } from './list-filter.ts';

/** What the address says is to be shown, and the way to another address. */
export function useListAddress() {
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  return {
    filter,
    cursor: params.get('cursor') ?? '',
    /** @param replace whether the step is too small to come back to */
    change: (part: Partial<ListFilter>, replace = false) =>
      setParams((before) => writeFilter({ ...readFilter(before), ...part }), { replace }),
  };
}
