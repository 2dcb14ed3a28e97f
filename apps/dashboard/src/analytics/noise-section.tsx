import { Text } from '@mantine/core';
import { useNoise } from '../metrics/queries.ts';
import { noiseSpan, type TimeSpan } from '../metrics/range.ts';
import { Empty } from '../shared/empty.tsx';
import { Loaded } from '../shared/loaded.tsx';
import { Section } from '../shared/section.tsx';
import { useNarrow } from '../shared/use-narrow.ts';
import { ExportCsv } from './export-csv.tsx';
import { NoiseCards } from './noise-cards.tsx';
import type { NoisyAlert } from './noise-hint.ts';
import { NoiseTable } from './noise-table.tsx';

/** Which alerts wake people for nothing. */
export function NoiseSection({ span }: { span: TimeSpan }) {
  const { from, to } = noiseSpan(span);
  const noise = useNoise({ from, to });
  return (
    <Section
      title="Noise"
      actions={<ExportCsv path="/api/metrics/noise" query={{ from, to }} what="noise" />}
    >
      <Text size="sm" c="dimmed" mb="sm" maw={760}>
        Alerts whose incidents nobody acknowledged: each of them may have woken somebody for
        nothing. Of all services and severities{from === span.from ? '' : ', the last 31 days'}.
      </Text>
      <Loaded query={noise}>
        {(answer) => {
          const items = answer.items.filter(({ unacknowledged }) => unacknowledged > 0);
          return items.length === 0 ? (
            <Empty title="No noise">
              Every incident of this time that came of an alert with a name was acknowledged, or
              there was none.
            </Empty>
          ) : (
            <NoiseList items={items} />
          );
        }}
      </Loaded>
    </Section>
  );
}

function NoiseList({ items }: { items: readonly NoisyAlert[] }) {
  return useNarrow() ? <NoiseCards items={items} /> : <NoiseTable items={items} />;
}
