import { Anchor, Grid } from '@mantine/core';
import { Link } from 'react-router';
import { api } from '../api/klaxon.ts';
import { useBreakdown } from '../metrics/queries.ts';
import { Empty } from '../shared/empty.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { Section } from '../shared/section.tsx';
import { Counts } from './counts.tsx';
import { unresolvedCounts } from './unresolved-counts.ts';
import { UnresolvedList } from './unresolved-list.tsx';

const SHOWN = 10;
const ALL_TIME = {};

/** What is wrong at this moment. */
export function Now() {
  const unresolved = api.useQuery('get', '/api/incidents', {
    params: { query: { status: ['open', 'acknowledged'], limit: SHOWN } },
  });
  const bySeverity = useBreakdown('severity', ALL_TIME);
  const byService = useBreakdown('service', ALL_TIME);
  return (
    <Section title="Now">
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Loaded query={bySeverity}>
            {(severities) => (
              <Loaded query={byService}>
                {(services) => <Counts {...unresolvedCounts(severities.items, services.items)} />}
              </Loaded>
            )}
          </Loaded>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
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
        </Grid.Col>
      </Grid>
    </Section>
  );
}
