import { Anchor, Checkbox, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import type { MouseEvent } from 'react';
import { Link } from 'react-router';
import type { Incident } from '../incident.ts';
import type { ListRowProps } from './list-row.ts';
import { rowLinkId } from './use-row-focus.ts';

export function IncidentLink({ incident: { id, number, title } }: { incident: Incident }) {
  return (
    <Anchor
      component={Link}
      to={`/incidents/${id}`}
      id={rowLinkId(id)}
      fw={600}
      size="sm"
      lineClamp={2}
      c="var(--mantine-color-text)"
      // Whoever goes through the list by keys sees the row, not the bars that lie over it.
      style={{ scrollMarginBlock: '8rem 2rem' }}
    >
      <VisuallyHidden>#{number} </VisuallyHidden>
      <bdi>{title}</bdi>
    </Anchor>
  );
}

export function SelectBox({
  incident,
  selected,
  onSelect,
}: Pick<ListRowProps, 'incident' | 'selected' | 'onSelect'>) {
  if (!onSelect) return null;
  const choose = ({ shiftKey }: MouseEvent) => onSelect(incident.id, shiftKey);
  return (
    <Checkbox
      aria-label={`Select #${incident.number}`}
      checked={selected}
      // The change event does not tell whether shift is held.
      onChange={() => {}}
      onClick={choose}
    />
  );
}

export function AlertCounts({ incident }: { incident: Incident }) {
  const { firing_alert_count: firing, alert_count: all } = incident;
  return (
    <Tooltip label={`${firing.toLocaleString()} of ${all.toLocaleString()} alerts fire`}>
      <Text size="sm" component="span" fw={firing > 0 ? 600 : 400} style={{ whiteSpace: 'nowrap' }}>
        {firing.toLocaleString()}/{all.toLocaleString()}
        <VisuallyHidden> alerts fire</VisuallyHidden>
      </Text>
    </Tooltip>
  );
}
