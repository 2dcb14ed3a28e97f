import { Badge, Text } from '@mantine/core';
import { useMay } from '../../session/session.ts';
import { type Column, Records } from '../../shared/records.tsx';
import { formatDateTime } from '../../shared/time.ts';
import type { Team } from '../use-teams.ts';
import { ROLES, type User } from './roles.ts';
import { UserActions } from './user-actions.tsx';

export function UserTable({ users, teams }: { users: readonly User[]; teams: readonly Team[] }) {
  const mayWrite = useMay('people:write');
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? '';
  const columns: readonly Column<User>[] = [
    {
      label: 'Name',
      width: 280,
      cell: ({ name, email }) => (
        <>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="sm" c="dimmed">
            {email}
          </Text>
        </>
      ),
    },
    {
      label: 'Role',
      cell: ({ role }) => ROLES.find(({ value }) => value === role)?.label ?? role,
    },
    {
      label: 'Teams',
      width: 260,
      cell: ({ team_ids }) => team_ids.map(nameOf).filter(Boolean).sort().join(', ') || 'None',
    },
    { label: 'Access', cell: (user) => <Access user={user} /> },
    ...(mayWrite ? [{ label: 'Actions', cell: (user: User) => <UserActions user={user} /> }] : []),
  ];
  return <Records label="People" columns={columns} rows={users} />;
}

const COLORS: Readonly<Record<User['status'], string>> = {
  active: 'teal',
  invited: 'blue',
  deactivated: 'gray',
};

function Access({ user: { status, invitation_expires_at } }: { user: User }) {
  return (
    <>
      <Badge variant="outline" radius="sm" color={COLORS[status]}>
        {status}
      </Badge>
      {invitation_expires_at !== null && (
        <Text size="xs" c="dimmed">
          Link good until {formatDateTime(invitation_expires_at)}
        </Text>
      )}
    </>
  );
}
