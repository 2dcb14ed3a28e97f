import { Group } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { type MetricsFilter, readMetricsFilter } from '../metrics/metrics-filter.ts';
import { RangePicker } from '../metrics/range-picker.tsx';
import { Trends } from '../metrics/trends.tsx';
import { useRange } from '../metrics/use-range.ts';
import { PageHead } from '../shared/page-head.tsx';
import { Section } from '../shared/section.tsx';
import { BreakdownSection } from './breakdown-section.tsx';
import { ExportCsv } from './export-csv.tsx';
import { IncidentFilter } from './incident-filter.tsx';
import { NoiseSection } from './noise-section.tsx';
import { WhatCounts } from './what-counts.tsx';

export default function AnalyticsPage() {
  const { range, setRange, span } = useRange();
  const [address, setAddress] = useSearchParams();
  const filter = readMetricsFilter(address);
  const setFilter = ({ service, severity }: MetricsFilter) =>
    setAddress({ range, ...(service && { service }), ...(severity && { severity }) });
  const { from, to, bucket } = span;
  return (
    <>
      <PageHead title="Analytics">
        <RangePicker range={range} onChange={setRange} />
      </PageHead>
      <Group mb="lg" gap="md" align="flex-end">
        <IncidentFilter span={span} filter={filter} onChange={setFilter} />
      </Group>
      <Section
        title="How it went"
        actions={
          <ExportCsv
            path="/api/metrics/series"
            query={{ from, to, bucket, ...filter }}
            what="how it went"
          />
        }
      >
        <Trends span={span} filter={filter} />
        <WhatCounts />
      </Section>
      <BreakdownSection by="service" span={span} filter={filter} />
      <BreakdownSection by="severity" span={span} filter={filter} />
      <NoiseSection span={span} />
    </>
  );
}
