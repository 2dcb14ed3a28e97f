import type { components } from '@klaxon/sdk';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { api } from '../../api/klaxon.ts';
import { Ago } from '../../shared/ago.tsx';
import { Loaded } from '../../shared/loaded.tsx';
import { type Column, Records } from '../../shared/records.tsx';
import { formatDateTime } from '../../shared/time.ts';
import { describeAgent } from './describe-agent.ts';

type Session = components['schemas']['Session'];

const COLUMNS: readonly Column<Session>[] = [
  {
    label: 'Where',
    width: 320,
    cell: ({ kind, current, user_agent, address }) => (
      <>
        <Group gap="xs">
          <Text size="sm" fw={600} title={user_agent ?? ''}>
            {kind === 'token' ? 'Access token' : describeAgent(user_agent)}
          </Text>
          {current && (
            <Badge variant="outline" radius="sm" color="teal">
              This one
            </Badge>
          )}
        </Group>
        {address !== null && (
          <Text size="sm" c="dimmed">
            {address}
          </Text>
        )}
      </>
    ),
  },
  { label: 'Begun', cell: ({ created_at }) => formatDateTime(created_at) },
  { label: 'Last seen', cell: ({ last_seen_at }) => <Ago at={last_seen_at} /> },
  { label: 'Ends', cell: ({ expires_at }) => formatDateTime(expires_at) },
  { label: 'Actions', cell: (session) => <EndButton session={session} /> },
];

/** Where somebody is signed in. */
export function Sessions() {
  const sessions = api.useQuery('get', '/api/me/sessions');
  const endOthers = api.useMutation('post', '/api/me/sessions/revoke-others');
  return (
    <Stack component="section" aria-label="Sessions">
      <Group justify="space-between">
        <Title order={2} size="h3">
          Where you are signed in
        </Title>
        {(sessions.data?.total ?? 0) > 1 && (
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate({})}
          >
            End all others
          </Button>
        )}
      </Group>
      <Loaded query={sessions}>
        {({ sessions: all }) => <Records label="Sessions" columns={COLUMNS} rows={all} />}
      </Loaded>
    </Stack>
  );
}

function EndButton({ session: { id, current, kind, user_agent } }: { session: Session }) {
  const end = api.useMutation('delete', '/api/me/sessions/{id}');
  if (current)
    return (
      <Text size="sm" c="dimmed">
        Sign out ends it.
      </Text>
    );
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={end.isPending}
      onClick={() => end.mutate({ params: { path: { id } } })}
      aria-label={`End ${kind === 'token' ? 'the access token' : describeAgent(user_agent)}`}
    >
      End
    </Button>
  );
}
