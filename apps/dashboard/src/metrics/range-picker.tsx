import { SegmentedControl } from '@mantine/core';
import { RANGE_LABELS, RANGES, type Range } from './range.ts';

const DATA = RANGES.map((value) => ({ value, label: RANGE_LABELS[value] }));

export function RangePicker({
  range,
  onChange,
}: {
  range: Range;
  onChange: (range: Range) => void;
}) {
  return (
    <SegmentedControl size="xs" aria-label="Range" data={DATA} value={range} onChange={onChange} />
  );
}
