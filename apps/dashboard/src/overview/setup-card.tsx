import { Box, Card, CloseButton, Group, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Disclosure } from '../shared/disclosure.tsx';
import { AlertmanagerConfig } from './alertmanager-config.tsx';
import { SetupList } from './setup-list.tsx';
import type { SetupStep } from './setup-steps.ts';

/** What is left of the set-up, until all is done or this browser wants to see no more of it. */
export function SetupCard({ steps }: { steps: readonly SetupStep[] }) {
  const [isDismissed, dismiss] = useLocalStorage({
    key: 'klaxon-setup-dismissed',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const done = steps.filter((step) => step.done).length;
  if (isDismissed || done === steps.length) return null;
  return (
    <Card component="section" aria-label="Set-up" withBorder padding="sm" mb="xl">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          Set-up: {done} of {steps.length} done
        </Title>
        <CloseButton aria-label="Hide the set-up in this browser" onClick={() => dismiss(true)} />
      </Group>
      <SetupList steps={steps} columns={steps.length} />
      <Box mt="sm">
        <Disclosure label="Lines for alertmanager.yml">
          <AlertmanagerConfig />
        </Disclosure>
      </Box>
    </Card>
  );
}
