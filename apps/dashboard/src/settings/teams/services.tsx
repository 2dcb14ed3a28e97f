import { Button, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { useMay } from '../../session/session.ts';
import { Empty } from '../../shared/empty.tsx';
import { Loaded } from '../../shared/loaded.tsx';
import { NoRows } from '../../shared/no-rows.tsx';
import { OffsetPager } from '../../shared/offset-pager.tsx';
import { type Column, Records } from '../../shared/records.tsx';
import { UrlSearchField } from '../../shared/url-search-field.tsx';
import { useUrlFilter } from '../../shared/use-url-filter.ts';
import { useTeams } from '../use-teams.ts';
import { ServiceActions } from './service-actions.tsx';
import { type Service, ServiceDialog } from './service-dialog.tsx';
import { servicesQuery } from './services-query.ts';

const COLUMNS: readonly Column<Service>[] = [
  { label: 'Service', width: 320, cell: ({ name }) => name },
  { label: 'Team', width: 260, cell: ({ team_name }) => team_name ?? 'Everybody’s' },
];
const ACTIONS: Column<Service> = {
  label: 'Actions',
  cell: (service) => <ServiceActions service={service} />,
};

/** What alerts are about, and whose it is. */
export function Services() {
  const mayWrite = useMay('people:write');
  const [adding, setAdding] = useState(false);
  const { value, set, isSet } = useUrlFilter();
  const teams = useTeams();
  const services = api.useQuery(
    'get',
    '/api/services',
    { params: { query: servicesQuery(value) } },
    { placeholderData: (before) => before },
  );
  return (
    <Stack component="section" aria-label="Services">
      <Group justify="space-between">
        <Title order={2} size="h3">
          Services
        </Title>
        {mayWrite && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Add a service
          </Button>
        )}
      </Group>
      <Group align="flex-end" gap="sm">
        <UrlSearchField label="Name" />
        <NativeSelect
          label="Team"
          maw={240}
          data={[
            { value: '', label: 'Any' },
            { value: 'none', label: 'Everybody’s' },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={value('team')}
          onChange={({ currentTarget }) => set('team', currentTarget.value)}
        />
      </Group>
      <Loaded query={services}>
        {({ services: page, total }) =>
          page.length === 0 ? (
            <NoRows total={total}>
              <Empty title={isSet ? 'No service matches' : 'No service is known yet'}>
                {isSet
                  ? 'Take a filter away to see more services.'
                  : 'One is added by itself with the first alert whose label service names it.'}
              </Empty>
            </NoRows>
          ) : (
            <>
              <Records
                label="Services"
                columns={mayWrite ? [...COLUMNS, ACTIONS] : COLUMNS}
                rows={page}
              />
              <OffsetPager total={total} shown={page.length} what={['service', 'services']} />
            </>
          )
        }
      </Loaded>
      {adding && <ServiceDialog service={null} onClose={() => setAdding(false)} />}
    </Stack>
  );
}
