import { NativeSelect } from '@mantine/core';
import type { MetricsFilter } from '../metrics/metrics-filter.ts';
import { useBreakdown } from '../metrics/queries.ts';
import type { TimeSpan } from '../metrics/range.ts';
import { isSeverity } from '../shared/severity.ts';
import { SEVERITIES } from '../shared/severity-badge.tsx';

/** Options are cut where a service has a name as long as a page. */
const NAME_SHOWN = 80;

export function IncidentFilter({
  span: { from, to },
  filter,
  onChange,
}: {
  span: TimeSpan;
  filter: MetricsFilter;
  onChange: (filter: MetricsFilter) => void;
}) {
  const { service = '', severity = '' } = filter;
  const { data } = useBreakdown('service', { from, to });
  const known = data?.items.map(({ key }) => key) ?? [];
  const services = [...new Set([...known, service])].filter(Boolean).toSorted();
  const keep = (wanted: { service?: string; severity?: string }) => {
    const next = { service, severity, ...wanted };
    onChange({
      ...(next.service && { service: next.service }),
      ...(isSeverity(next.severity) && { severity: next.severity }),
    });
  };
  return (
    <>
      <NativeSelect
        label="Service"
        value={service}
        onChange={({ currentTarget }) => keep({ service: currentTarget.value })}
        data={[
          { value: '', label: 'All services' },
          ...services.map((value) => ({ value, label: value.slice(0, NAME_SHOWN) })),
        ]}
        maw={260}
      />
      <NativeSelect
        label="Severity"
        value={severity}
        onChange={({ currentTarget }) => keep({ severity: currentTarget.value })}
        data={[{ value: '', label: 'All severities' }, ...SEVERITIES]}
      />
    </>
  );
}
