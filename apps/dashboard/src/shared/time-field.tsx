import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { fromLocalInput, toLocalInput } from './local-time.ts';

/** A time, in the zone of the person; it counts once the field is left or Enter is pressed. */
export function TimeField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (at: string | null) => void;
}) {
  const shown = toLocalInput(value);
  const [draft, setDraft] = useState(shown);
  useEffect(() => setDraft(shown), [shown]);
  const settle = () => {
    if (draft !== shown) onChange(fromLocalInput(draft));
  };
  return (
    <TextInput
      type="datetime-local"
      label={label}
      max="9999-12-31T23:59"
      value={draft}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onBlur={settle}
      onKeyDown={({ key }) => key === 'Enter' && settle()}
    />
  );
}
