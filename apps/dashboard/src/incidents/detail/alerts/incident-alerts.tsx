import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../../api/klaxon.ts';
import { Empty } from '../../../shared/empty.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { Section } from '../../../shared/section.tsx';
import type { IncidentDetail } from '../../incident.ts';
import { AlertItem } from './alert-item.tsx';
import { AlertPages } from './alert-pages.tsx';

const AT_FIRST = 3;
const A_PAGE = 50;

/** The alerts of an incident: a few of those that fire, and the way to all, be they three or 50,000. */
export function IncidentAlerts({ incident }: { incident: IncidentDetail }) {
  const { id, alert_count: all, firing_alert_count: firing } = incident;
  const { status, choose } = useStatus(firing > 0);
  const total = status === 'firing' ? firing : all - firing;
  const [wanted, setPage] = useState<number | null>(null);
  // Alerts end while somebody looks at the last of them.
  const page = wanted === null ? null : Math.min(wanted, lastPage(total));
  const range =
    page === null ? { limit: AT_FIRST, offset: 0 } : { limit: A_PAGE, offset: page * A_PAGE };
  const query = api.useQuery(
    'get',
    '/api/incidents/{id}/alerts',
    { params: { path: { id }, query: { status, ...range } } },
    { enabled: total > 0, placeholderData: keepPreviousData },
  );
  if (all === 0) return <NoAlerts />;
  return (
    <Section
      title="Alerts"
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Which alerts"
          value={status}
          onChange={(value) => {
            setPage(null);
            choose(value);
          }}
          data={[
            { value: 'firing', label: `Firing ${firing.toLocaleString()}` },
            { value: 'resolved', label: `Resolved ${(all - firing).toLocaleString()}` },
          ]}
        />
      }
    >
      {total === 0 ? (
        <Empty title={status === 'firing' ? 'No alert fires any more' : 'No alert is over yet'} />
      ) : (
        <Loaded query={query}>
          {({ alerts }) => (
            <Stack gap="xs">
              <Stack
                component="ul"
                aria-label="Alerts"
                gap={0}
                p={0}
                m={0}
                style={{ listStyle: 'none' }}
              >
                {alerts.map((alert) => (
                  <AlertItem key={alert.id} alert={alert} />
                ))}
              </Stack>
              {page === null && total > AT_FIRST && (
                <Group>
                  <Button size="xs" variant="default" onClick={() => setPage(0)}>
                    Show all {total.toLocaleString()} alerts
                  </Button>
                </Group>
              )}
              {page !== null && (
                <AlertPages page={page} size={A_PAGE} total={total} onPage={setPage} />
              )}
            </Stack>
          )}
        </Loaded>
      )}
    </Section>
  );
}

function lastPage(total: number): number {
  return Math.max(0, Math.ceil(total / A_PAGE) - 1);
}

/** Those that fire, unless none does or somebody chose otherwise. */
function useStatus(anyFires: boolean) {
  const [params, setParams] = useSearchParams();
  const chosen = params.get('alerts');
  const isResolved = chosen === 'resolved' || (chosen !== 'firing' && !anyFires);
  return {
    status: isResolved ? ('resolved' as const) : ('firing' as const),
    choose: (status: string) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          after.set('alerts', status);
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}

function NoAlerts() {
  return (
    <Section title="Alerts">
      <Text size="sm" c="dimmed">
        None: somebody opened this incident by hand, or its alerts went to another one.
      </Text>
    </Section>
  );
}
