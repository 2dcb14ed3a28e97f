import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '../shared/empty.tsx';
import { type AlertFilter, countSet } from './alert-filter.ts';

export function NoAlerts({ filter }: { filter: AlertFilter }) {
  if (countSet(filter) > 0)
    return (
      <Empty title="No alert is like that">
        Take something out of the filter, or{' '}
        <Anchor component={Link} to="/alerts?status=all" inherit>
          look at all alerts
        </Anchor>
        .
      </Empty>
    );
  if (filter.status === 'firing')
    return (
      <Empty title="Nothing fires">
        None of the alerts that Klaxon knows is on. If you expect one,{' '}
        <Anchor component={Link} to="/alerts/rejected" inherit>
          see what could not be taken in
        </Anchor>
        , or{' '}
        <Anchor component={Link} to="/alerts?status=all" inherit>
          look at all alerts
        </Anchor>
        .
      </Empty>
    );
  if (filter.status === 'resolved')
    return (
      <Empty title="No alert is over">
        Of those that Klaxon knows, none has ended.{' '}
        <Anchor component={Link} to="/alerts" inherit>
          Look at those that fire
        </Anchor>
      </Empty>
    );
  return (
    <Empty title="No alerts yet">
      They appear here once your Alertmanager sends them. The{' '}
      <Anchor component={Link} to="/" inherit>
        overview
      </Anchor>{' '}
      tells how to connect it.
    </Empty>
  );
}
