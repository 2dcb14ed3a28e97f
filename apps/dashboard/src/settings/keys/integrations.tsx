import type { components } from '@klaxon/sdk';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { useMay, useSession } from '../../session/session.ts';
import { Ago } from '../../shared/ago.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Loaded } from '../../shared/loaded.tsx';
import { type Column, Records } from '../../shared/records.tsx';
import { formatDateTime } from '../../shared/time.ts';
import { useTeams } from '../use-teams.ts';
import { IntegrationActions } from './integration-actions.tsx';
import { type Integration, IntegrationDialog } from './integration-dialog.tsx';

/** Where alerts come from. */
export function Integrations({ headed }: { headed: boolean }) {
  const mayWrite = useMay('keys:write');
  const [adding, setAdding] = useState(false);
  const integrations = api.useQuery('get', '/api/integrations');
  const columns = useColumns();
  return (
    <Stack component="section" aria-label="Integrations">
      <Group justify="space-between">
        <div>
          {headed && (
            <Title order={2} size="h3">
              Integrations
            </Title>
          )}
          <Text size="sm" c="dimmed">
            Where alerts come from. Each has a key of its own, which can only send alerts.
          </Text>
        </div>
        {mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            Add an integration
          </Button>
        )}
      </Group>
      <Loaded query={integrations}>
        {({ integrations: all }) =>
          all.length === 0 ? (
            <Empty title="There is no integration yet">
              Add one for each Alertmanager: it answers the lines for its alertmanager.yml.
            </Empty>
          ) : (
            <Records label="Integrations" columns={columns} rows={all} />
          )
        }
      </Loaded>
      {adding && <IntegrationDialog integration={null} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function useColumns(): readonly Column<Integration>[] {
  const mayWrite = useMay('keys:write');
  const { mode } = useSession();
  const teams = useTeams();
  return [
    { label: 'Name', width: 240, cell: ({ name }) => name },
    { label: 'Default service', width: 200, cell: ({ service }) => service ?? 'None' },
    ...(mode === 'sign-in'
      ? [
          {
            label: 'Team',
            width: 200,
            cell: ({ team_id }: Integration) =>
              teams.find(({ id }) => id === team_id)?.name ?? 'None',
          },
        ]
      : []),
    {
      label: 'Keys',
      cell: ({ keys }) => keys.map((key) => <KeyLine key={key.id} integrationKey={key} />),
    },
    ...(mayWrite
      ? [
          {
            label: 'Actions',
            cell: (integration: Integration) => <IntegrationActions integration={integration} />,
          },
        ]
      : []),
  ];
}

function KeyLine({
  integrationKey: { prefix, expires_at, last_used_at },
}: {
  integrationKey: components['schemas']['IntegrationKey'];
}) {
  return (
    <Text size="sm">
      <Text span ff="monospace" size="sm">
        {prefix}…
      </Text>{' '}
      {last_used_at === null ? (
        'never used'
      ) : (
        <>
          used <Ago at={last_used_at} />
        </>
      )}
      {expires_at !== null && `, ends ${formatDateTime(expires_at)}`}
    </Text>
  );
}
