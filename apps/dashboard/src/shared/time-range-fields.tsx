import { fromLocalInput } from './local-time.ts';
import { TimeField } from './time-field.tsx';
import { useUrlFilter } from './use-url-filter.ts';

/** From when, until when: in the address as `from` and `to`. */
export function TimeRangeFields() {
  const { value, set } = useUrlFilter();
  return (
    <>
      <TimeField
        label="From"
        value={fromLocalInput(value('from'))}
        onChange={(at) => set('from', at ?? '')}
      />
      <TimeField
        label="Until"
        value={fromLocalInput(value('to'))}
        onChange={(at) => set('to', at ?? '')}
      />
    </>
  );
}
