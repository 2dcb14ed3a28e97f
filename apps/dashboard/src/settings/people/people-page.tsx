import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { useMay } from '../../session/session.ts';
import { Empty } from '../../shared/empty.tsx';
import { Loaded } from '../../shared/loaded.tsx';
import { NoRows } from '../../shared/no-rows.tsx';
import { OffsetPager } from '../../shared/offset-pager.tsx';
import { PageHead } from '../../shared/page-head.tsx';
import { UrlSearchField } from '../../shared/url-search-field.tsx';
import { useUrlFilter } from '../../shared/use-url-filter.ts';
import { useTeams } from '../use-teams.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { UserTable } from './user-table.tsx';
import { usersQuery } from './users-query.ts';

export function PeoplePage() {
  const mayWrite = useMay('people:write');
  const [inviting, setInviting] = useState(false);
  const { value, set, isSet } = useUrlFilter();
  const teams = useTeams();
  const query = usersQuery(value);
  const users = api.useQuery(
    'get',
    '/api/users',
    { params: { query } },
    { placeholderData: (before) => before },
  );
  return (
    <>
      <PageHead title="People">
        {mayWrite && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setInviting(true)}
          >
            Invite somebody
          </Button>
        )}
      </PageHead>
      <Stack>
        <Group align="flex-end" gap="sm">
          <UrlSearchField label="Name or e-mail address" />
          <NativeSelect
            label="Team"
            maw={240}
            data={[
              { value: '', label: 'Any' },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={value('team')}
            onChange={({ currentTarget }) => set('team', currentTarget.value)}
          />
          <NativeSelect
            label="Access"
            data={[
              { value: '', label: 'Any' },
              { value: 'true', label: 'Active or invited' },
              { value: 'false', label: 'Deactivated' },
            ]}
            value={value('active')}
            onChange={({ currentTarget }) => set('active', currentTarget.value)}
          />
        </Group>
        <Loaded query={users}>
          {({ users: page, total }) =>
            page.length === 0 ? (
              <NoRows total={total}>
                <Empty title={isSet ? 'Nobody matches' : 'Nobody is here yet'}>
                  {isSet ? 'Take a filter away to see more people.' : 'Invite the first ones.'}
                </Empty>
              </NoRows>
            ) : (
              <>
                <UserTable users={page} teams={teams} />
                <OffsetPager total={total} shown={page.length} what={['person', 'people']} />
              </>
            )
          }
        </Loaded>
      </Stack>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}
