import type { SourceGroup } from '@klaxon/application';
import { type AlertIdentity, alertKey } from '@klaxon/domain';
import type { AlertRow } from './ingest-rows.ts';

export const fingerprintsOf = (alerts: readonly AlertIdentity[]) =>
  alerts.map(({ fingerprint }) => fingerprint);

export const sourcesOf = (from: readonly { readonly source: string }[]) => [
  ...new Set(from.map(({ source }) => source)),
];

/** Each row once, without those that only share a fingerprint or the name of a group with what was wanted. */
export function asWanted(
  rows: readonly AlertRow[],
  wanted: readonly AlertIdentity[],
  groups: readonly SourceGroup[],
): readonly AlertRow[] {
  const alerts = new Set(wanted.map(alertKey));
  const ofGroups = new Set(groups.map(({ source, name }) => `${source} ${name}`));
  const found = rows.filter(
    (row) =>
      (row.latest && alerts.has(alertKey(row))) ||
      ofGroups.has(`${row.source} ${row.source_group}`),
  );
  return [...new Map(found.map((row) => [row.id, row])).values()];
}
