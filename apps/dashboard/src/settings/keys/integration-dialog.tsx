import type { components } from '@klaxon/sdk';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { useSession } from '../../session/session.ts';
import { faultsOf } from '../../shared/faults.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { TeamSelect } from '../team-select.tsx';
import { IntegrationKeyDialog } from './integration-key-dialog.tsx';

export type Integration = components['schemas']['Integration'];

/** Sets an integration up, or changes one. */
export function IntegrationDialog({
  integration,
  onClose,
}: {
  integration: Integration | null;
  onClose: () => void;
}) {
  const { mode } = useSession();
  const [name, setName] = useState(integration?.name ?? '');
  const [service, setService] = useState(integration?.service ?? '');
  const [teamId, setTeamId] = useState(integration?.team_id ?? null);
  const create = api.useMutation('post', '/api/integrations', { meta: { saysItself: true } });
  const edit = api.useMutation('patch', '/api/integrations/{id}', {
    meta: { saysItself: true },
    onSuccess: onClose,
  });
  const { error, isPending } = integration ? edit : create;
  const faults = faultsOf(error, ['name', 'service', 'team_id']);
  const submit = () => {
    const body = { name, service: service.trim() || null, team_id: teamId };
    if (integration) edit.mutate({ params: { path: { id: integration.id } }, body });
    else create.mutate({ body });
  };
  if (create.data) return <IntegrationKeyDialog name={name} made={create.data} onClose={onClose} />;
  return (
    <FormDialog
      title={integration ? `Edit ${integration.name}` : 'Add an integration'}
      submit={integration ? 'Save' : 'Make its key'}
      onSubmit={submit}
      onClose={onClose}
      pending={isPending}
      error={faults.rest}
    >
      <TextInput
        label="Name"
        description="Where its alerts come from."
        placeholder="Alertmanager of the shop"
        required
        value={name}
        error={faults.at('name')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        label="Default service"
        description="The service of its alerts that name none. Leave it empty for none."
        placeholder="shop"
        value={service}
        error={faults.at('service')}
        onChange={({ currentTarget }) => setService(currentTarget.value)}
      />
      {mode === 'sign-in' && (
        <TeamSelect
          label="Team"
          description="Whose the services are that are first heard of through it."
          none="Everybody’s"
          value={teamId}
          error={faults.at('team_id')}
          onChange={setTeamId}
        />
      )}
    </FormDialog>
  );
}
