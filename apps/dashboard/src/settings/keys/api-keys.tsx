import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../api/klaxon.ts';
import { useMay } from '../../session/session.ts';
import { Empty } from '../../shared/empty.tsx';
import { Loaded } from '../../shared/loaded.tsx';
import { ApiKeyDialog } from './api-key-dialog.tsx';
import { ApiKeyTable } from './api-key-table.tsx';

/** What programs that use the API prove with who they are. */
export function ApiKeys() {
  const mayWrite = useMay('keys:write');
  const [adding, setAdding] = useState(false);
  const keys = api.useQuery('get', '/api/api-keys');
  return (
    <Stack component="section" aria-label="API keys">
      <Group justify="space-between">
        <div>
          <Title order={2} size="h3">
            API keys
          </Title>
          <Text size="sm" c="dimmed">
            For programs that use the API. A key can do what its scopes say, and nothing more.
          </Text>
        </div>
        {mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            Make an API key
          </Button>
        )}
      </Group>
      <Loaded query={keys}>
        {({ api_keys }) =>
          api_keys.length === 0 ? (
            <Empty title="There are no API keys">
              Make one for a program that reads incidents or sets up channels.
            </Empty>
          ) : (
            <ApiKeyTable keys={api_keys} />
          )
        }
      </Loaded>
      {adding && <ApiKeyDialog onClose={() => setAdding(false)} />}
    </Stack>
  );
}
