import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

const SETTLED_AFTER = 300;

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'leftSection'> {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Part of what is looked for; it counts once the typing pauses. */
export function SearchField({ value, onChange, ...rest }: Props) {
  const [draft, setDraft] = useState(value);
  const settle = useDebouncedCallback(onChange, SETTLED_AFTER);
  // A link or the way back brings another search with it.
  useEffect(() => setDraft((now) => (now.trim() === value.trim() ? now : value)), [value]);
  return (
    <TextInput
      maxLength={200}
      {...rest}
      type="search"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={draft}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value);
        settle(currentTarget.value);
      }}
    />
  );
}
