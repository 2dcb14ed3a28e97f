import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { LongText } from '../../../shared/long-text.tsx';
import { describeEvent } from './describe-event.ts';
import { eventLook } from './event-looks.ts';
import type { TimelineEvent } from './merge-timeline.ts';
import { TimelineItem } from './timeline-item.tsx';

export function EventItem({
  event,
  channelName,
}: {
  event: TimelineEvent;
  channelName: (id: string) => string;
}) {
  const { title, body, incidentId } = describeEvent(event, channelName);
  return (
    <TimelineItem {...eventLook(event.type)} at={event.at} title={<bdi>{title}</bdi>}>
      {body !== undefined && (
        <Text size="sm" component="div" style={{ whiteSpace: 'pre-wrap' }}>
          <LongText text={body} shown={2_000} />
        </Text>
      )}
      {incidentId !== undefined && (
        <Anchor component={Link} to={`/incidents/${incidentId}`} size="sm">
          The other incident
        </Anchor>
      )}
    </TimelineItem>
  );
}
