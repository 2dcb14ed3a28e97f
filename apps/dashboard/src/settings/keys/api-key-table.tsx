import type { components } from '@klaxon/sdk';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { useMay } from '../../session/session.ts';
import { Ago } from '../../shared/ago.tsx';
import { ConfirmDialog } from '../../shared/confirm-dialog.tsx';
import { usePersonName } from '../../shared/people.ts';
import { type Column, Records } from '../../shared/records.tsx';
import { formatDateTime } from '../../shared/time.ts';
import { useNow } from '../../shared/use-now.ts';
import { useTeams } from '../use-teams.ts';

type ApiKey = components['schemas']['ApiKey'];

export function ApiKeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const mayWrite = useMay('keys:write');
  const teams = useTeams();
  const nameOf = usePersonName();
  const columns: readonly Column<ApiKey>[] = [
    {
      label: 'Name',
      width: 220,
      cell: ({ name, prefix }) => (
        <>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="sm" ff="monospace">
            {prefix}…
          </Text>
        </>
      ),
    },
    { label: 'Scopes', width: 280, cell: ({ scopes }) => scopes.join(', ') },
    {
      label: 'Team',
      cell: ({ team_id }) => teams.find(({ id }) => id === team_id)?.name ?? 'All',
    },
    {
      label: 'Made by',
      cell: ({ created_by_id }) => (created_by_id === null ? 'Nobody' : nameOf(created_by_id)),
    },
    { label: 'Ends', cell: ({ expires_at }) => <End at={expires_at} /> },
    {
      label: 'Last used',
      cell: ({ last_used_at }) => (last_used_at === null ? 'Never' : <Ago at={last_used_at} />),
    },
    ...(mayWrite
      ? [{ label: 'Actions', cell: (key: ApiKey) => <RevokeButton apiKey={key} /> }]
      : []),
  ];
  return <Records label="API keys" columns={columns} rows={keys} />;
}

function End({ at }: { at: string | null }) {
  const now = useNow();
  if (at === null) return 'Never';
  return Date.parse(at) <= now ? `Ended ${formatDateTime(at)}` : formatDateTime(at);
}

function RevokeButton({ apiKey: { id, name } }: { apiKey: ApiKey }) {
  const [asking, setAsking] = useState(false);
  const revoke = api.useMutation('delete', '/api/api-keys/{id}', { meta: { saysItself: true } });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => setAsking(true)}
        aria-label={`Revoke ${name}`}
      >
        Revoke
      </Button>
      {asking && (
        <ConfirmDialog
          title={`Revoke ${name}?`}
          action="Revoke the key"
          mutation={revoke}
          onConfirm={() => revoke.mutate({ params: { path: { id } } })}
          onClose={() => setAsking(false)}
        >
          Within seconds it opens nothing any more. What uses it must get another key.
        </ConfirmDialog>
      )}
    </>
  );
}
