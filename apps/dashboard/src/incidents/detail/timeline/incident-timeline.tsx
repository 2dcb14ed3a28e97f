import { Box, Button, Center, Loader, Stack } from '@mantine/core';
import type { Ref } from 'react';
import { useChannels } from '../../../channels/use-channels.ts';
import { useMay } from '../../../session/session.ts';
import { Failure } from '../../../shared/failure.tsx';
import { namesIn } from '../../../shared/names.ts';
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
  const channelName = namesIn(useChannels());
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
