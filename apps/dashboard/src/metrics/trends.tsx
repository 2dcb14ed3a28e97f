import { Box, Button, Group, SimpleGrid } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { Loaded } from '../shared/loaded.tsx';
import type { MetricsFilter } from './metrics-filter.ts';
import { useMetrics, useSeries } from './queries.ts';
import type { TimeSpan } from './range.ts';
import { trendOf } from './trend.ts';
import { TrendCard } from './trend-card.tsx';
import { TrendTable } from './trend-table.tsx';

const NO_FILTER = {};

/** How fast people were and how much there was, by the hour or by the day. */
export function Trends({ span, filter = NO_FILTER }: { span: TimeSpan; filter?: MetricsFilter }) {
  const [isTable, setTable] = useState(false);
  const sums = useMetrics(span, filter);
  const series = useSeries(span, filter);
  const unit = span.bucket === 'hour' ? 'hour' : 'day';
  return (
    <Box mih={250}>
      <Loaded query={sums}>
        {({ mtta_seconds, mttr_seconds, total_incidents }) => (
          <Loaded query={series}>
            {({ points: known }) => {
              const points = trendOf(known, span);
              if (isTable) return <TrendTable points={points} unit={unit} />;
              return (
                <SimpleGrid cols={{ base: 1, md: 3 }}>
                  <TrendCard
                    title="Time to acknowledge (MTTA)"
                    measure="mtta"
                    sum={mtta_seconds}
                    points={points}
                    empty="No incident of this time was acknowledged by a person."
                  />
                  <TrendCard
                    title="Time to resolve (MTTR)"
                    measure="mttr"
                    sum={mttr_seconds}
                    points={points}
                    empty="No incident of this time is resolved."
                  />
                  <TrendCard
                    title={`Incidents by ${unit}`}
                    measure="incidents"
                    sum={total_incidents}
                    points={points}
                    empty="No incident began in this time."
                  />
                </SimpleGrid>
              );
            }}
          </Loaded>
        )}
      </Loaded>
      <Group justify="flex-end" mt="xs">
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={
            isTable ? <IconChartBar size={14} aria-hidden /> : <IconTable size={14} aria-hidden />
          }
          onClick={() => setTable(!isTable)}
        >
          {isTable ? 'Show as charts' : 'Show as a table'}
        </Button>
      </Group>
    </Box>
  );
}
