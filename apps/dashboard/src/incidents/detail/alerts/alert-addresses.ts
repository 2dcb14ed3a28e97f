import type { Alert } from '../../../alerts/alert.ts';
import { webAddress } from '../../../shared/web-address.ts';

/** The rest is among the annotations. */
const SHOWN = 6;

interface AlertAddress {
  readonly label: string;
  readonly url: string;
}

/** Where there is more about an alert: what to do first, then what made it, then whatever else it names. */
export function alertAddresses({
  annotations,
  generator_url: source,
}: Pick<Alert, 'annotations' | 'generator_url'>): readonly AlertAddress[] {
  const { runbook_url: runbook = null, ...rest } = annotations;
  const named: readonly (readonly [string, string | null])[] = [
    ['Runbook', runbook],
    ['Source', source],
    ...Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ];
  const addresses = named.flatMap(([label, text]) => {
    const url = webAddress(text);
    return url === null ? [] : [{ label: label.slice(0, 60), url }];
  });
  return addresses.slice(0, SHOWN);
}
