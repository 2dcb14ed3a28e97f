import { NativeSelect } from '@mantine/core';
import { useTeams } from './use-teams.ts';

export function TeamSelect({
  label,
  description,
  none,
  value,
  error,
  onChange,
}: {
  label: string;
  description: string;
  /** What it means that there is none. */
  none: string;
  value: string | null;
  error: string | false;
  onChange: (teamId: string | null) => void;
}) {
  const teams = useTeams();
  return (
    <NativeSelect
      label={label}
      description={description}
      error={error}
      data={[
        { value: '', label: none },
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
    />
  );
}
