import { SearchField } from './search-field.tsx';
import { useUrlFilter } from './use-url-filter.ts';

/** Part of what is looked for, in the address as `q`. */
export function UrlSearchField({ label }: { label: string }) {
  const { value, set } = useUrlFilter();
  return <SearchField label={label} value={value('q')} onChange={(text) => set('q', text)} />;
}
