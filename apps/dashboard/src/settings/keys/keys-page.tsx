import { Divider, Stack } from '@mantine/core';
import { PageHead } from '../../shared/page-head.tsx';
import { ApiKeys } from './api-keys.tsx';
import { Integrations } from './integrations.tsx';

export function KeysPage() {
  return (
    <>
      <PageHead title="Keys" />
      <Stack gap="xl">
        <Integrations headed />
        <Divider />
        <ApiKeys />
      </Stack>
    </>
  );
}
