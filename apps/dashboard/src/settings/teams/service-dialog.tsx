import type { components } from '@klaxon/sdk';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { faultsOf } from '../../shared/faults.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { TeamSelect } from '../team-select.tsx';

export type Service = components['schemas']['Service'];

/** Sets a service up, or changes one. */
export function ServiceDialog({
  service,
  onClose,
}: {
  service: Service | null;
  onClose: () => void;
}) {
  const [name, setName] = useState(service?.name ?? '');
  const [teamId, setTeamId] = useState(service?.team_id ?? null);
  const options = { meta: { saysItself: true }, onSuccess: onClose };
  const create = api.useMutation('post', '/api/services', options);
  const edit = api.useMutation('patch', '/api/services/{id}', options);
  const { error, isPending } = service ? edit : create;
  const faults = faultsOf(error, ['name', 'team_id']);
  const submit = () => {
    const body = { name, team_id: teamId };
    if (service) edit.mutate({ params: { path: { id: service.id } }, body });
    else create.mutate({ body });
  };
  return (
    <FormDialog
      title={service ? `Edit ${service.name}` : 'Add a service'}
      submit={service ? 'Save' : 'Add the service'}
      onSubmit={submit}
      onClose={onClose}
      pending={isPending}
      error={faults.rest}
    >
      <TextInput
        label="Name"
        description="What the label service of its alerts says."
        placeholder="checkout"
        required
        value={name}
        error={faults.at('name')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TeamSelect
        label="Team"
        description="Whose its incidents are, those that are there already too."
        none="Everybody’s"
        value={teamId}
        error={faults.at('team_id')}
        onChange={setTeamId}
      />
    </FormDialog>
  );
}
