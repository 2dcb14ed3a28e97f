import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api } from '../api/klaxon.ts';
import { useMay } from '../session/session.ts';

/** Sends an alert of Klaxon's own, and leads to the incident that came of it. */
export function TestAlert() {
  const mayMake = useMay('alerts:write');
  const test = api.useMutation('post', '/api/test-alerts');
  if (!mayMake) return null;
  return (
    <Group gap="sm">
      <Button
        leftSection={<IconSend size={16} aria-hidden />}
        loading={test.isPending}
        onClick={() => test.mutate({ body: {} })}
      >
        Send a test alert
      </Button>
      <Text size="sm" role="status">
        {test.data && (
          <>
            It came through:{' '}
            <Anchor component={Link} to={`/incidents/${test.data.incident_id}`} inherit>
              incident #{test.data.number}
            </Anchor>
            . Acknowledge and resolve it to see the rest.
          </>
        )}
      </Text>
    </Group>
  );
}
