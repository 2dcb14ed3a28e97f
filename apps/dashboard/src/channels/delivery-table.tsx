import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Ago } from '../shared/ago.tsx';
import { type Column, Records } from '../shared/records.tsx';
import type { Channel } from './channel-types.ts';
import type { Delivery } from './delivery-filter.ts';
import { DeliveryOutcome } from './delivery-outcome.tsx';
import { DeliveryStatusBadge } from './delivery-status-badge.tsx';
import { kindInWords } from './rule-words.ts';

const WORDS = { span: true, size: 'sm', style: { whiteSpace: 'nowrap' } } as const;

export function DeliveryTable({
  deliveries,
  channels,
}: {
  deliveries: readonly Delivery[];
  /** Until they are known, their ids have to do. */
  channels: readonly Channel[] | undefined;
}) {
  const nameOf = ({ channel_id }: Delivery) => {
    if (!channels) return channel_id;
    return channels.find(({ id }) => id === channel_id)?.name ?? `${channel_id} (deleted)`;
  };
  const columns: readonly Column<Delivery>[] = [
    { label: 'When', cell: ({ created_at }) => <Ago at={created_at} /> },
    { label: 'Incident', width: 260, cell: (delivery) => <IncidentLinks {...delivery} /> },
    {
      label: 'Channel',
      width: 180,
      cell: (delivery) => (
        <Text size="sm" lineClamp={2}>
          {nameOf(delivery)}
        </Text>
      ),
    },
    { label: 'News', cell: ({ kind }) => <Text {...WORDS}>{kindInWords(kind)}</Text> },
    { label: 'Status', cell: ({ status }) => <DeliveryStatusBadge status={status} /> },
    { label: 'Attempts', cell: ({ attempts }) => attempts },
    {
      label: 'What came of it',
      width: 380,
      cell: (delivery) => <DeliveryOutcome delivery={delivery} channel={nameOf(delivery)} />,
    },
  ];
  return <Records label="Deliveries" columns={columns} rows={deliveries} />;
}

function IncidentLinks({ incident_id, incident: { number, title } }: Delivery) {
  return (
    <>
      <Anchor component={Link} to={`/incidents/${incident_id}`} size="sm" lineClamp={2}>
        #{number} <bdi>{title}</bdi>
      </Anchor>
      <Anchor
        component={Link}
        to={`/channels/deliveries?incident=${incident_id}`}
        size="xs"
        aria-label={`Only this one: deliveries about #${number}`}
      >
        Only this one
      </Anchor>
    </>
  );
}
