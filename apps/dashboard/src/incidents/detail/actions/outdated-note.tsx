import { Alert, List } from '@mantine/core';
import type { IncidentDetail } from '../../incident.ts';
import { changesBetween } from './changes.ts';

interface OutdatedNoteProps {
  readonly before: IncidentDetail | null;
  readonly now: IncidentDetail;
}

/** Says that somebody was faster, and how things are now. */
export function OutdatedNote({ before, now }: OutdatedNoteProps) {
  if (before === null) return null;
  const changes = changesBetween(before, now);
  return (
    <Alert color="orange" role="alert" title="It changed meanwhile, so nothing was saved">
      {changes.length === 0 ? (
        'Only its alerts or its timeline changed.'
      ) : (
        <List size="sm">
          {changes.map((change) => (
            <List.Item key={change}>{change}</List.Item>
          ))}
        </List>
      )}
      Save again to have it your way.
    </Alert>
  );
}
