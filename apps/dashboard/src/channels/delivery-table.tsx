import type { components } from '@klaxon/sdk';
import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Ago } from '../shared/ago.tsx';
import type { Channel } from './channel-fields.ts';
import { DeliveryStatusBadge } from './delivery-status-badge.tsx';
import { ResendButton } from './resend-button.tsx';
import { KIND_WORDS } from './rule-words.ts';

type Delivery = components['schemas']['ListedNotification'];

const COLUMNS = ['When', 'Incident', 'Channel', 'News', 'Status', 'Attempts', 'What came of it'];

export function DeliveryTable({
  deliveries,
  channels,
}: {
  deliveries: readonly Delivery[];
  channels: readonly Channel[];
}) {
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  return (
    <Table.ScrollContainer minWidth={960} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs" aria-label="Deliveries">
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deliveries.map((delivery) => (
            <Row
              key={delivery.id}
              delivery={delivery}
              channel={names.get(delivery.channel_id) ?? `${delivery.channel_id} (deleted)`}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ delivery, channel }: { delivery: Delivery; channel: string }) {
  const { incident_id, incident, kind, status, attempts } = delivery;
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Ago at={delivery.created_at} />
      </Table.Td>
      <Table.Td maw={260}>
        <Anchor component={Link} to={`/incidents/${incident_id}`} size="sm" lineClamp={2}>
          #{incident.number} <bdi>{incident.title}</bdi>
        </Anchor>
        <Anchor
          component={Link}
          to={`/channels/deliveries?incident=${incident_id}`}
          size="xs"
          aria-label={`Only deliveries about #${incident.number}`}
        >
          Only this one
        </Anchor>
      </Table.Td>
      <Table.Td maw={180}>
        <Text size="sm" lineClamp={2}>
          {channel}
        </Text>
      </Table.Td>
      <Table.Td>{KIND_WORDS[kind]}</Table.Td>
      <Table.Td>
        <DeliveryStatusBadge status={status} />
      </Table.Td>
      <Table.Td>{attempts}</Table.Td>
      <Table.Td maw={380}>
        <Outcome delivery={delivery} />
        {status === 'failed' && (
          <ResendButton id={delivery.id} label={`#${incident.number} to ${channel}`} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** What the provider said, and why the channel was told at all. */
function Outcome({ delivery }: { delivery: Delivery }) {
  const { last_error, provider_id, next_attempt_at, bundled_into_id, attempts, reason } = delivery;
  return (
    <>
      {last_error !== null && <Text size="sm">{last_error}</Text>}
      {attempts > 0 && next_attempt_at !== null && <Text size="sm">It is tried again.</Text>}
      {provider_id !== null && <Text size="sm">The provider calls it {provider_id}.</Text>}
      {bundled_into_id !== null && <Text size="sm">Told together with others in one message.</Text>}
      <Text size="sm" c="dimmed">
        {reason}
      </Text>
    </>
  );
}
