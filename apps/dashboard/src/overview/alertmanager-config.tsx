import { Anchor, Box, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useMay, useSession } from '../session/session.ts';
import { CopyText } from '../shared/copy-text.tsx';
import { alertmanagerLines } from './alertmanager-lines.ts';

/** The lines that make an Alertmanager send its alerts here. */
export function AlertmanagerConfig() {
  const { mode } = useSession();
  const mayMakeKeys = useMay('keys:write');
  const lines = alertmanagerLines(window.location.origin, mode);
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          Put this into <code>alertmanager.yml</code> and reload Alertmanager:
        </Text>
        <CopyText text={lines} what="the lines for alertmanager.yml" />
      </Group>
      <Box
        component="pre"
        m={0}
        p="sm"
        fz="xs"
        bg="var(--mantine-color-default-hover)"
        aria-label="Lines for alertmanager.yml"
        role="group"
        style={{ whiteSpace: 'pre-wrap', borderRadius: 'var(--mantine-radius-sm)' }}
      >
        {lines}
      </Box>
      {mode === 'sign-in' && (
        <Text size="sm">
          Alertmanager needs a key of its own.{' '}
          {mayMakeKeys ? (
            <>
              <Anchor component={Link} to="/settings/keys" inherit>
                Make an integration key
              </Anchor>{' '}
              and put it in place of the last line's value.
            </>
          ) : (
            'Ask an admin for an integration key, and put it in place of the last line’s value.'
          )}
        </Text>
      )}
    </Stack>
  );
}
