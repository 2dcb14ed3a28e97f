import { TextInput } from '@mantine/core';
import { fromLocalInput, toLocalInput } from './local-time.ts';
import { useUrlFilter } from './use-url-filter.ts';

/** From when, until when: in the address as `from` and `to`. */
export function TimeRangeInputs() {
  const { value, set } = useUrlFilter();
  return [['from', 'From'] as const, ['to', 'Until'] as const].map(([name, label]) => (
    <TextInput
      key={name}
      type="datetime-local"
      label={label}
      value={toLocalInput(value(name))}
      onChange={({ currentTarget }) => set(name, fromLocalInput(currentTarget.value))}
    />
  ));
}
