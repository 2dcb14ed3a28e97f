import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isLabel } from '../shared/filter-values.ts';

/** One more label that alerts must have. */
export function LabelFilter({
  labels,
  onChange,
}: {
  labels: readonly string[];
  onChange: (labels: readonly string[]) => void;
}) {
  const [draft, setDraft] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const label = draft.trim();
    if (label === '') return;
    if (!isLabel(label)) return setWrong(true);
    onChange([...new Set([...labels, label])]);
    setDraft('');
  };
  return (
    <form onSubmit={add}>
      <TextInput
        label="Label"
        w={170}
        placeholder="service=checkout"
        value={draft}
        error={isWrong ? 'Write it as name=value.' : null}
        onChange={({ currentTarget }) => {
          setDraft(currentTarget.value);
          setWrong(false);
        }}
        onBlur={add}
      />
    </form>
  );
}
