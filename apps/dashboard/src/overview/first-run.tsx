import { Card, Grid, Stack, Text } from '@mantine/core';
import { Section } from '../shared/section.tsx';
import { AlertmanagerConfig } from './alertmanager-config.tsx';
import { SetupList } from './setup-list.tsx';
import type { SetupStep } from './setup-steps.ts';
import { TestAlert } from './test-alert.tsx';

/** What a Klaxon shows that has never heard of an alert. */
export function FirstRun({ steps }: { steps: readonly SetupStep[] }) {
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Section title="Connect your Alertmanager">
          <Stack>
            <AlertmanagerConfig />
            <Text size="sm">
              Or see what happens first: a test alert goes the same way and opens an incident.
            </Text>
            <TestAlert />
          </Stack>
        </Section>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Section title="Set-up">
          <Card withBorder padding="md">
            <SetupList steps={steps} />
          </Card>
        </Section>
      </Grid.Col>
    </Grid>
  );
}
