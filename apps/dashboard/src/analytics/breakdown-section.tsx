import type { MetricsFilter } from '../metrics/metrics-filter.ts';
import { useBreakdown } from '../metrics/queries.ts';
import type { TimeSpan } from '../metrics/range.ts';
import { Empty } from '../shared/empty.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { Section } from '../shared/section.tsx';
import { BreakdownTable } from './breakdown-table.tsx';
import { ExportCsv } from './export-csv.tsx';

export function BreakdownSection({
  by,
  span: { from, to },
  filter,
}: {
  by: 'service' | 'severity';
  span: TimeSpan;
  filter: MetricsFilter;
}) {
  const breakdown = useBreakdown(by, { from, to, ...filter });
  return (
    <Section
      title={`By ${by}`}
      actions={
        <ExportCsv
          path="/api/metrics/breakdown"
          query={{ by, from, to, ...filter }}
          what={`by ${by}`}
        />
      }
    >
      <Loaded query={breakdown}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No incident began in this time">
              Take a longer range, or take something out of the filter.
            </Empty>
          ) : (
            <BreakdownTable by={by} items={items} />
          )
        }
      </Loaded>
    </Section>
  );
}
