import type { components } from '@klaxon/sdk';
import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Ago } from '../shared/ago.tsx';

type Problem = components['schemas']['StatusProblem'];

const TITLES: Readonly<Record<Problem['kind'], string>> = {
  no_channel: 'Nobody is told of incidents',
  channel_unusable: 'A channel cannot be used',
  channel_failing: 'A channel fails',
  work_not_taken: 'Work is due and not taken',
  no_worker: 'No worker runs',
  storage_failing: 'Alerts cannot be stored',
  clock_off: 'A clock is wrong',
  alerts_rejected: 'Alerts were rejected',
  alertmanager_unreachable: 'Alertmanager does not answer',
  migrations_unfinished: 'The database is not up to date',
};

/** What is wrong with Klaxon itself. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <Stack
      role="region"
      aria-label="Problems of Klaxon itself"
      aria-live="polite"
      gap="sm"
      my={problems.length > 0 ? 'md' : 0}
    >
      {problems.map(({ kind, severity, message, since, link }) => (
        <Alert
          key={`${kind} ${message}`}
          role="group"
          variant="light"
          color={severity === 'error' ? 'red' : 'yellow'}
          icon={
            severity === 'error' ? (
              <IconAlertCircle aria-hidden />
            ) : (
              <IconAlertTriangle aria-hidden />
            )
          }
          title={TITLES[kind]}
        >
          <Text size="sm">{message}</Text>
          <Text size="xs" mt={4}>
            {since !== null && (
              <>
                Since <Ago at={since} />.{' '}
              </>
            )}
            {link?.startsWith('/') && (
              <Anchor
                component={Link}
                to={link}
                inherit
                c="var(--mantine-color-text)"
                td="underline"
              >
                See to it
              </Anchor>
            )}
          </Text>
        </Alert>
      ))}
    </Stack>
  );
}
