import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useSession } from '../../session/session.ts';
import { split } from '../acknowledging.ts';
import type { Incident } from '../incident.ts';
import { ownerOf } from '../owner.ts';
import type { Bulk } from './use-bulk.ts';

const SHOWN = 8;

/** Asks before incidents are taken away from those who work on them. */
export function TakeOver({ bulk, incidents }: { bulk: Bulk; incidents: readonly Incident[] }) {
  const { user } = useSession();
  const { free, others } = split(incidents, user?.id ?? null);
  return (
    <Stack>
      <Text size="sm">{introduce(others.length, incidents.length)}</Text>
      <List size="sm">
        {others.slice(0, SHOWN).map((incident) => (
          <List.Item key={incident.id}>
            #{incident.number} is with <bdi>{ownerOf(incident) ?? 'nobody'}</bdi>
          </List.Item>
        ))}
        {others.length > SHOWN && <List.Item>and {others.length - SHOWN} more</List.Item>}
      </List>
      <Group justify="flex-end">
        <Button variant="default" onClick={bulk.close}>
          Cancel
        </Button>
        {free.length > 0 && (
          <Button
            variant="default"
            data-autofocus
            onClick={() => bulk.run({ action: 'acknowledge', incidents: free })}
          >
            Only the {free.length} open
          </Button>
        )}
        <Button
          data-autofocus={free.length === 0 || undefined}
          onClick={() => bulk.run({ action: 'acknowledge', incidents })}
        >
          Take over
        </Button>
      </Group>
    </Stack>
  );
}

function introduce(others: number, all: number): string {
  const which = all === 1 ? 'It is' : `${others} of ${all} ${others === 1 ? 'is' : 'are'}`;
  const them = others === 1 ? 'it' : 'them';
  return `${which} in hand already. To acknowledge ${them} is to take ${them} over.`;
}
