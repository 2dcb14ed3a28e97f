import { Badge } from '@mantine/core';
import { Link } from 'react-router';
import { type AlertFilter, writeAlertFilter } from './alert-filter.ts';

/** Longer ones do not fit an address. */
const LINKED = 500;

/** A label; following it narrows the list to those that have it too. */
export function LabelLink({
  name,
  value,
  filter,
}: {
  name: string;
  value: string;
  filter: AlertFilter;
}) {
  const text = `${name}=${value}`;
  const looks = { variant: 'light', color: 'gray', radius: 'sm', tt: 'none', maw: 260 } as const;
  const shown = (
    <>
      {name}=<bdi>{value}</bdi>
    </>
  );
  if (text.length > LINKED) return <Badge {...looks}>{shown}</Badge>;
  const label = [...new Set([...filter.label, text])];
  return (
    <Badge
      {...looks}
      component={Link}
      to={{ search: writeAlertFilter({ ...filter, label }).toString() }}
      title={`Only those with ${text}`}
      style={{ cursor: 'pointer' }}
    >
      {shown}
    </Badge>
  );
}
