import { ActionIcon, Group, List, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { api } from '../../api/klaxon.ts';
import { describeError } from '../../api/problem.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { ErrorText } from '../../shared/error-text.tsx';
import { usePersonName, useUsers } from '../../shared/people.ts';
import type { Team } from '../use-teams.ts';

/** Puts people into a team and takes them out of it, each at once. */
export function MembersDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const users = useUsers();
  const nameOf = usePersonName();
  const options = { meta: { saysItself: true } };
  const add = api.useMutation('put', '/api/teams/{id}/members/{user_id}', options);
  const remove = api.useMutation('delete', '/api/teams/{id}/members/{user_id}', options);
  const error = add.error ?? remove.error;
  const path = (user_id: string) => ({ params: { path: { id: team.id, user_id } } });
  const others = users.filter(
    ({ id, status }) => status !== 'deactivated' && !team.member_ids.includes(id),
  );
  return (
    <Dialog title={`Members of ${team.name}`} onClose={onClose}>
      <Stack>
        {team.member_ids.length === 0 && (
          <Text size="sm" c="dimmed">
            Nobody is in it yet.
          </Text>
        )}
        <List listStyleType="none" spacing={4}>
          {team.member_ids.map((id) => (
            <List.Item key={id}>
              <Group gap="xs" wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Take ${nameOf(id)} out of ${team.name}`}
                  onClick={() => remove.mutate(path(id))}
                >
                  <IconX size={16} />
                </ActionIcon>
                <Text size="sm">{nameOf(id)}</Text>
              </Group>
            </List.Item>
          ))}
        </List>
        <Select
          label="Put somebody in"
          placeholder="Name"
          data={others.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
          nothingFoundMessage="Nobody else is called that."
          searchable
          value={null}
          onChange={(id) => id !== null && add.mutate(path(id))}
        />
        <ErrorText>{error ? describeError(error) : null}</ErrorText>
      </Stack>
    </Dialog>
  );
}
