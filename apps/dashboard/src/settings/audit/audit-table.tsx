import type { components } from '@klaxon/sdk';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { LongText } from '../../shared/long-text.tsx';
import { type Column, Records } from '../../shared/records.tsx';
import { formatDateTime } from '../../shared/time.ts';
import { describeAction } from './audit-actions.ts';
import { auditChanges } from './audit-changes.ts';
import { useNames } from './use-names.ts';

type Entry = components['schemas']['AuditEntry'];

const COLUMNS: readonly Column<Entry>[] = [
  { label: 'When', cell: ({ at }) => <time dateTime={at}>{formatDateTime(at)}</time> },
  { label: 'Who', width: 220, cell: (entry) => <Who {...entry} /> },
  { label: 'What', cell: ({ action }) => describeAction(action) },
  { label: 'Of what', width: 240, cell: ({ target }) => <bdi>{target.name}</bdi> },
  { label: 'Changes', width: 420, cell: (entry) => <Changes {...entry} /> },
];

export function AuditTable({ entries }: { entries: readonly Entry[] }) {
  return <Records label="Audit log" columns={COLUMNS} rows={entries} />;
}

function Who({ actor: { id, name, kind }, address }: Entry) {
  return (
    <>
      {id === null ? (
        <bdi>{name}</bdi>
      ) : (
        <Anchor
          component={Link}
          to={`/settings/audit?actor_id=${encodeURIComponent(id)}`}
          size="sm"
        >
          <bdi>{name}</bdi>
        </Anchor>
      )}
      {kind === 'anonymous' && (
        <Text size="sm" c="dimmed">
          not proven
        </Text>
      )}
      {address !== null && (
        <Text size="sm" c="dimmed">
          from {address}
        </Text>
      )}
    </>
  );
}

function Changes({ before, after }: Entry) {
  const nameOf = useNames();
  return auditChanges(before, after, nameOf).map(({ name, before: was, after: is }) => (
    <Text size="sm" key={name}>
      <Text span size="sm" c="dimmed">
        {name}:
      </Text>{' '}
      {was !== null && (
        <>
          <LongText text={was} shown={160} /> →{' '}
        </>
      )}
      <LongText text={is ?? 'not set'} shown={160} />
    </Text>
  ));
}
