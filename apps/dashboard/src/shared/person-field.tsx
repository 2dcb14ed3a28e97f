import { Select, TextInput } from '@mantine/core';
import { useSession } from '../session/session.ts';
import { useUsers } from './people.ts';

interface PersonFieldProps {
  readonly label: string;
  readonly value: string;
  /** Empty: nobody. */
  readonly onChange: (id: string) => void;
  readonly autoFocus?: boolean;
}

/** Somebody: one of the users, or a name where nobody signs in. */
export function PersonField({ label, value, onChange, autoFocus = false }: PersonFieldProps) {
  const { mode } = useSession();
  const users = useUsers();
  if (mode === 'local')
    return (
      <TextInput
        label={label}
        maxLength={255}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        data-autofocus={autoFocus || undefined}
      />
    );
  const data = users
    .filter(({ id, status }) => status !== 'deactivated' || id === value)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={label}
      data={data}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Nobody' }}
      nothingFoundMessage="Nobody is called that"
      data-autofocus={autoFocus || undefined}
    />
  );
}
