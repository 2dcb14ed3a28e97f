import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { faultsOf } from '../../shared/faults.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { SecretDialog } from '../../shared/secret-dialog.tsx';
import { ShownOnce } from '../../shared/shown-once.tsx';
import { TeamSelect } from '../team-select.tsx';
import { expiryOf, LIFETIMES } from './expiry.ts';
import { isScope, SCOPES, type Scope } from './scopes.ts';

export function ApiKeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [teamId, setTeamId] = useState<string | null>(null);
  const [days, setDays] = useState('365');
  const create = api.useMutation('post', '/api/api-keys', { meta: { saysItself: true } });
  const faults = faultsOf(create.error, ['name', 'scopes', 'team_id', 'expires_at']);
  const submit = () =>
    create.mutate({
      body: {
        name,
        scopes: [...scopes],
        team_id: teamId,
        expires_at: expiryOf(days, Date.now()),
      },
    });
  if (create.data) return <KeyDialog name={name} apiKey={create.data.key} onClose={onClose} />;
  return (
    <FormDialog
      title="Make an API key"
      submit="Make the key"
      onSubmit={submit}
      onClose={onClose}
      pending={create.isPending}
      error={faults.rest}
    >
      <TextInput
        label="Name"
        description="What it is for."
        placeholder="Terraform"
        required
        value={name}
        error={faults.at('name')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Checkbox.Group
        label="Scopes"
        description="As few as will do."
        required
        value={[...scopes]}
        error={faults.at('scopes')}
        onChange={(chosen) => setScopes(chosen.filter(isScope))}
      >
        <Stack gap="xs" mt="xs">
          {SCOPES.map(({ scope, help }) => (
            <Checkbox key={scope} value={scope} label={scope} description={help} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TeamSelect
        label="Team"
        description="Whose incidents it may act on."
        none="All teams"
        value={teamId}
        error={faults.at('team_id')}
        onChange={setTeamId}
      />
      <NativeSelect
        label="It ends"
        data={[...LIFETIMES]}
        value={days}
        error={faults.at('expires_at')}
        onChange={({ currentTarget }) => setDays(currentTarget.value)}
      />
    </FormDialog>
  );
}

function KeyDialog({
  name,
  apiKey,
  onClose,
}: {
  name: string;
  apiKey: string;
  onClose: () => void;
}) {
  return (
    <SecretDialog title={`The API key ${name}`} onClose={onClose}>
      <ShownOnce
        label="API key"
        value={apiKey}
        hint="It is shown now and never again. Send it as the header X-Api-Key."
      />
    </SecretDialog>
  );
}
