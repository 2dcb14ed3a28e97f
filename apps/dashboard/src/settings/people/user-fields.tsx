import { MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import type { FormFaults } from '../../shared/faults.ts';
import { useTeams } from '../use-teams.ts';
import { ROLES, type Role } from './roles.ts';

export interface UserValues {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
}

export const USER_PATHS = ['email', 'name', 'role', 'team_ids'];

/** What is told of somebody by whoever lets them in. */
export function UserFields({
  values,
  faults,
  onChange,
}: {
  values: UserValues;
  faults: FormFaults;
  onChange: (values: UserValues) => void;
}) {
  const teams = useTeams();
  const set = (change: Partial<UserValues>) => onChange({ ...values, ...change });
  return (
    <>
      <TextInput
        label="E-mail address"
        description="They sign in with it."
        type="email"
        autoComplete="off"
        required
        value={values.email}
        error={faults.at('email')}
        onChange={({ currentTarget }) => set({ email: currentTarget.value })}
      />
      <TextInput
        label="Name"
        description="As others see it."
        autoComplete="off"
        required
        value={values.name}
        error={faults.at('name')}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <Radio.Group label="Role" value={values.role} error={faults.at('role')}>
        <Stack gap="xs" mt={4}>
          {ROLES.map(({ value, label, help }) => (
            <Radio
              key={value}
              value={value}
              label={label}
              description={help}
              onChange={() => set({ role: value })}
            />
          ))}
        </Stack>
      </Radio.Group>
      <MultiSelect
        label="Teams"
        description="Responders act on the incidents of these teams, and on those that belong to none."
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        nothingFoundMessage="There is no such team."
        searchable
        value={[...values.teamIds]}
        error={faults.at('team_ids')}
        onChange={(teamIds) => set({ teamIds })}
      />
    </>
  );
}
