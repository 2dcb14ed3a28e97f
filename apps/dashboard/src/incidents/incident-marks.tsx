import { Badge, Tooltip } from '@mantine/core';
import { IconClockPause, IconEyeQuestion } from '@tabler/icons-react';
import { formatDateTime } from '../shared/time.ts';
import type { Incident } from './incident.ts';

/** What is unusual about an incident. */
export function IncidentMarks({ incident }: { incident: Incident }) {
  const { snoozed_until: snoozed, stale_since: stale } = incident;
  return (
    <>
      {snoozed !== null && (
        <Tooltip label={`Kept quiet until ${formatDateTime(snoozed)}`}>
          <Badge
            variant="default"
            radius="sm"
            tt="none"
            leftSection={<IconClockPause size={12} aria-hidden />}
          >
            snoozed until {formatDateTime(snoozed)}
          </Badge>
        </Tooltip>
      )}
      {stale !== null && (
        <Tooltip label="No source has spoken of its alerts since: they may be over, or nobody watches any more.">
          <Badge
            variant="default"
            radius="sm"
            tt="none"
            leftSection={<IconEyeQuestion size={12} aria-hidden />}
          >
            stale since {formatDateTime(stale)}
          </Badge>
        </Tooltip>
      )}
    </>
  );
}
