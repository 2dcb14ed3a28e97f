import { Anchor, Grid } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '../api/klaxon.ts';
import { useBreakdown } from '../metrics/queries.ts';
import { Empty } from '../shared/empty.tsx';
import { Failure } from '../shared/failure.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { Section } from '../shared/section.tsx';
import { Counts } from './counts.tsx';
import { ServicesCard } from './services-card.tsx';
import { unresolvedCounts } from './unresolved-counts.ts';
import { UnresolvedList } from './unresolved-list.tsx';

const ALL_TIME = {};

/** What is wrong at this moment: how much, then what else there is to know, then which incidents. */
export function Now({ children }: { children: ReactNode }) {
  const severities = useBreakdown('severity', ALL_TIME);
  const services = useBreakdown('service', ALL_TIME);
  const failed = [severities, services].find(({ error }) => error);
  const counts =
    severities.data &&
    services.data &&
    unresolvedCounts(severities.data.items, services.data.items);
  return (
    <Section title="Now">
      {failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {counts && <Counts {...counts} />}
      {children}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Newest />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>{counts && <ServicesCard {...counts} />}</Grid.Col>
      </Grid>
    </Section>
  );
}

const SHOWN = 10;

function Newest() {
  const unresolved = api.useQuery('get', '/api/incidents', {
    params: { query: { status: ['open', 'acknowledged'], limit: SHOWN } },
  });
  return (
    <Loaded query={unresolved}>
      {({ incidents, total }) =>
        incidents.length === 0 ? (
          <Empty title="Nothing is open">
            Every incident is resolved.{' '}
            <Anchor component={Link} to="/incidents?status=resolved" inherit>
              Look at past ones
            </Anchor>
          </Empty>
        ) : (
          <>
            <UnresolvedList incidents={incidents} />
            {total > incidents.length && (
              <Anchor component={Link} to="/incidents" size="sm">
                All {total.toLocaleString()} unresolved incidents
              </Anchor>
            )}
          </>
        )
      }
    </Loaded>
  );
}
