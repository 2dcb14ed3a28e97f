import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { useMay } from '../../session/session.ts';
import { ConfirmDialog } from '../../shared/confirm-dialog.tsx';
import { usePersonName } from '../../shared/people.ts';
import type { Team } from '../use-teams.ts';
import { MembersDialog } from './members-dialog.tsx';
import { TeamDialog } from './team-dialog.tsx';

export function TeamCard({ team }: { team: Team }) {
  const mayWrite = useMay('people:write');
  const nameOf = usePersonName();
  const [opened, setOpened] = useState<'members' | 'rename' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const button = { size: 'compact-sm', variant: 'default' } as const;
  const members = team.member_ids.map(nameOf).sort((a, b) => a.localeCompare(b));
  return (
    <Card withBorder padding="sm" component="section" aria-label={team.name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {team.name}
          </Title>
          <Text size="sm" c="dimmed">
            {members.length === 0 ? 'Nobody is in it yet.' : members.join(', ')}
          </Text>
        </div>
        {mayWrite && (
          <Group gap={6}>
            <Button
              {...button}
              onClick={() => setOpened('members')}
              aria-label={`Members of ${team.name}`}
            >
              Members
            </Button>
            <Button
              {...button}
              onClick={() => setOpened('rename')}
              aria-label={`Rename ${team.name}`}
            >
              Rename
            </Button>
            <Button
              {...button}
              onClick={() => setOpened('delete')}
              aria-label={`Delete ${team.name}`}
            >
              Delete
            </Button>
          </Group>
        )}
      </Group>
      {opened === 'members' && <MembersDialog team={team} onClose={close} />}
      {opened === 'rename' && <TeamDialog team={team} onClose={close} />}
      {opened === 'delete' && <DeleteTeamDialog team={team} onClose={close} />}
    </Card>
  );
}

function DeleteTeamDialog({ team: { id, name }, onClose }: { team: Team; onClose: () => void }) {
  const remove = api.useMutation('delete', '/api/teams/{id}', {
    meta: { saysItself: true },
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      title={`Delete the team ${name}?`}
      action="Delete the team"
      mutation={remove}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
      onClose={onClose}
    >
      Its members stay. Services and keys that belong to it must be given to another team first.
    </ConfirmDialog>
  );
}
