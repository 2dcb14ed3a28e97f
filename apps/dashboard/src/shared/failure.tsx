import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { describeError, isProblem } from '../api/problem.ts';

/** What went wrong, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertCircle aria-hidden />}
      title={isProblem(error) ? error.title : 'No answer'}
    >
      <Text size="sm">{describeError(error)}</Text>
      {isProblem(error) && error.status >= 500 && (
        <Text size="xs" c="dimmed">
          Request {error.request_id}
        </Text>
      )}
      {onRetry && (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        </Group>
      )}
    </Alert>
  );
}
