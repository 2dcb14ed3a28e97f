import { ActionIcon, Box, Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard, IconPlus } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../api/klaxon.ts';
import { useMay } from '../session/session.ts';
import { Loaded } from '../shared/loaded.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { FilterBar } from './list/filter-bar.tsx';
import { IncidentList } from './list/incident-list.tsx';
import { toQuery } from './list/list-filter.ts';
import { NewIncidentDialog } from './list/new-incident-dialog.tsx';
import { useListAddress } from './list/use-list-address.ts';
import { ViewBar } from './list/view-bar.tsx';
import { LIST_SHORTCUTS } from './shortcuts/shortcuts.ts';
import { ShortcutsDialog } from './shortcuts/shortcuts-dialog.tsx';

const KEYS = [LIST_SHORTCUTS];

export default function IncidentsPage() {
  const { filter, cursor, change } = useListAddress();
  const may = useMay('incidents:write');
  const search = useRef<HTMLInputElement>(null);
  const [creating, create] = useDisclosure();
  const [showingKeys, keys] = useDisclosure();
  const query = api.useQuery(
    'get',
    '/api/incidents',
    { params: { query: toQuery(filter, cursor) } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <PageHead title="Incidents">
        <ActionIcon
          variant="default"
          size="lg"
          visibleFrom="sm"
          aria-label="Keys"
          aria-keyshortcuts="?"
          onClick={keys.open}
        >
          <IconKeyboard size={18} />
        </ActionIcon>
        {may && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create.open}>
            New incident
          </Button>
        )}
      </PageHead>
      <Stack gap="sm">
        <ViewBar filter={filter} />
        <FilterBar filter={filter} onChange={change} searchRef={search} />
        <Loaded query={query}>
          {(page) => (
            <Box style={query.isPlaceholderData ? { opacity: 0.6 } : {}}>
              <IncidentList
                page={page}
                filter={filter}
                cursor={cursor}
                onSearch={() => search.current?.focus()}
                onHelp={keys.open}
              />
            </Box>
          )}
        </Loaded>
      </Stack>
      {creating && <NewIncidentDialog onClose={create.close} />}
      {showingKeys && <ShortcutsDialog groups={KEYS} onClose={keys.close} />}
    </>
  );
}
