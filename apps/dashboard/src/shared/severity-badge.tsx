import { Badge } from '@mantine/core';
import type { Severity } from './severity.ts';

export { SEVERITIES, type Severity } from './severity.ts';

/** Mantine's names of the colours; the word always stands beside the colour. */
const SEVERITY_COLOR: Readonly<Record<Severity, string>> = {
  critical: 'red.8',
  high: 'orange.5',
  medium: 'yellow.4',
  low: 'gray.4',
};

export function SeverityBadge({ severity }: { severity: Severity }) {
  return (
    <Badge
      color={SEVERITY_COLOR[severity]}
      variant="filled"
      radius="sm"
      flex="none"
      miw="max-content"
    >
      {severity}
    </Badge>
  );
}
