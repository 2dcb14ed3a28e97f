import { Box, Button, Center, Loader, Stack } from '@mantine/core';
import type { Ref } from 'react';
import { api } from '../../../api/klaxon.ts';
import { useMay } from '../../../session/session.ts';
import { Failure } from '../../../shared/failure.tsx';
import { Section } from '../../../shared/section.tsx';
import type { IncidentDetail } from '../../incident.ts';
import { DeliveryItem } from './delivery-item.tsx';
import { EventItem } from './event-item.tsx';
import { NoteForm } from './note-form.tsx';
import { useTimeline } from './use-timeline.ts';

interface IncidentTimelineProps {
  readonly incident: IncidentDetail;
  readonly noteRef: Ref<HTMLTextAreaElement>;
}

/** What happened and who was told, the newest first: whoever comes wants to know where things stand. */
export function IncidentTimeline({ incident, noteRef }: IncidentTimelineProps) {
  const { entries, error, pending, refetch, showEarlier } = useTimeline(incident);
  const channelName = useChannelName();
  const may = useMay('incidents:write');
  return (
    <Section title="Timeline">
      <Stack gap="sm">
        {may && <NoteForm id={incident.id} noteRef={noteRef} />}
        {Boolean(error) && <Failure error={error} onRetry={refetch} />}
        <Box component="ol" aria-label="Timeline" p={0} m={0} style={{ listStyle: 'none' }}>
          {entries.map((entry) =>
            entry.kind === 'event' ? (
              <EventItem key={entry.event.id} event={entry.event} channelName={channelName} />
            ) : (
              <DeliveryItem
                key={entry.delivery.id}
                delivery={entry.delivery}
                channel={channelName(entry.delivery.channel_id)}
              />
            ),
          )}
        </Box>
        {pending && (
          <Center>
            <Loader size="sm" aria-label="Loading" />
          </Center>
        )}
        {!pending && showEarlier && (
          <Button variant="default" size="xs" onClick={showEarlier} style={{ alignSelf: 'center' }}>
            Show earlier
          </Button>
        )}
      </Stack>
    </Section>
  );
}

function useChannelName(): (id: string) => string {
  const may = useMay('channels:read');
  const { data } = api.useQuery('get', '/api/channels', {}, { enabled: may, staleTime: 60_000 });
  return (id) => data?.channels.find((channel) => channel.id === id)?.name ?? id;
}
