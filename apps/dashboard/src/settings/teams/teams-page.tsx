import { Button, Divider, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { useMay } from '../../session/session.ts';
import { Empty } from '../../shared/empty.tsx';
import { Loaded } from '../../shared/loaded.tsx';
import { PageHead } from '../../shared/page-head.tsx';
import { Services } from './services.tsx';
import { TeamCard } from './team-card.tsx';
import { TeamDialog } from './team-dialog.tsx';

export function TeamsPage() {
  const mayWrite = useMay('people:write');
  const [adding, setAdding] = useState(false);
  const teams = api.useQuery('get', '/api/teams');
  return (
    <>
      <PageHead title="Teams and services">
        {mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            Add a team
          </Button>
        )}
      </PageHead>
      <Stack>
        <Text c="dimmed" size="sm">
          An incident belongs to the team of its service. Responders act on the incidents of their
          teams, and on those that belong to none.
        </Text>
        <Loaded query={teams}>
          {({ teams: all }) =>
            all.length === 0 ? (
              <Empty title="There are no teams yet">
                Every responder may act on every incident. Teams divide them up.
              </Empty>
            ) : (
              <Stack gap="sm">
                {all.map((team) => (
                  <TeamCard key={team.id} team={team} />
                ))}
              </Stack>
            )
          }
        </Loaded>
        <Divider />
        <Services />
      </Stack>
      {adding && <TeamDialog team={null} onClose={() => setAdding(false)} />}
    </>
  );
}
