import { Anchor, Box, Group, SimpleGrid, Text } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Ago } from '../shared/ago.tsx';
import { type SetupStep, STEP_TEXTS } from './setup-steps.ts';

/** The steps of setting Klaxon up, ticked as they are done. */
export function SetupList({
  steps,
  columns = 1,
}: {
  steps: readonly SetupStep[];
  columns?: number;
}) {
  return (
    <SimpleGrid
      cols={{ base: 1, md: columns }}
      spacing="sm"
      verticalSpacing="xs"
      component="ol"
      p={0}
      m={0}
      aria-label="Steps"
      aria-live="polite"
      style={{ listStyle: 'none' }}
    >
      {steps.map((step) => (
        <Step key={step.step} {...step} />
      ))}
    </SimpleGrid>
  );
}

function Step({ step, done, at }: SetupStep) {
  const { title, how, to } = STEP_TEXTS[step];
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start">
      {done ? (
        <IconCircleCheckFilled
          size={20}
          color="var(--mantine-color-teal-6)"
          role="img"
          aria-label="Done:"
        />
      ) : (
        <IconCircle size={20} color="var(--mantine-color-dimmed)" role="img" aria-label="To do:" />
      )}
      <Box miw={0} style={{ flex: 1 }}>
        {to === null || done ? (
          <Text size="sm" fw={500}>
            {title}
          </Text>
        ) : (
          <Anchor component={Link} to={to} size="sm" fw={500}>
            {title}
          </Anchor>
        )}
        <Text size="xs" c="dimmed">
          {done ? at !== null && <Ago at={at} /> : how}
        </Text>
      </Box>
    </Group>
  );
}
