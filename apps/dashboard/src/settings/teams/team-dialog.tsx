import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { faultsOf } from '../../shared/faults.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import type { Team } from '../use-teams.ts';

/** Sets a team up, or gives one another name. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const [name, setName] = useState(team?.name ?? '');
  const options = { meta: { saysItself: true }, onSuccess: onClose };
  const create = api.useMutation('post', '/api/teams', options);
  const rename = api.useMutation('patch', '/api/teams/{id}', options);
  const { error, isPending } = team ? rename : create;
  const faults = faultsOf(error, ['name']);
  const submit = () => {
    if (team) rename.mutate({ params: { path: { id: team.id } }, body: { name } });
    else create.mutate({ body: { name } });
  };
  return (
    <FormDialog
      title={team ? `Rename ${team.name}` : 'Add a team'}
      submit={team ? 'Save' : 'Add the team'}
      onSubmit={submit}
      onClose={onClose}
      pending={isPending}
      error={faults.rest}
    >
      <TextInput
        label="Name"
        required
        value={name}
        error={faults.at('name')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </FormDialog>
  );
}
