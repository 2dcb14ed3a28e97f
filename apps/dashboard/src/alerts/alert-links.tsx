import { Anchor, Group } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from 'react-router';
import { webAddress } from '../shared/web-address.ts';
import type { Alert } from './alert.ts';
import { alertName } from './alert-labels.ts';

/** Where there is more about an alert: its incident, and what made it. */
export function AlertLinks({ alert }: { alert: Alert }) {
  const source = webAddress(alert.generator_url);
  const name = alertName(alert.labels).slice(0, 100);
  return (
    <Group gap="sm">
      {alert.incident_id !== null && (
        <Anchor
          component={Link}
          to={`/incidents/${alert.incident_id}`}
          size="sm"
          aria-label={`Incident of ${name}`}
        >
          Incident
        </Anchor>
      )}
      {source !== null && (
        <Anchor
          href={source}
          target="_blank"
          rel="noreferrer"
          size="sm"
          aria-label={`Source of ${name}, in a new tab`}
        >
          Source <IconExternalLink size={12} aria-hidden />
        </Anchor>
      )}
    </Group>
  );
}
