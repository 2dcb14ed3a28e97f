import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useUrlFilter } from './use-url-filter.ts';

const SETTLED_AFTER = 300;

/** Part of what is looked for: in the address as `q`, once the typing pauses. */
export function SearchField({ label, maxLength = 200 }: { label: string; maxLength?: number }) {
  const { value, set } = useUrlFilter();
  const settled = value('q');
  const [draft, setDraft] = useState(settled);
  useEffect(() => setDraft(settled), [settled]);
  const settle = useDebouncedCallback((text: string) => set('q', text), SETTLED_AFTER);
  return (
    <TextInput
      type="search"
      label={label}
      maxLength={maxLength}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={draft}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value);
        settle(currentTarget.value);
      }}
    />
  );
}
