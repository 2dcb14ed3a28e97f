import type { StreamPosition } from '@klaxon/application';

/**
 * A place in the stream: after all that one snapshot of a cluster sees, and perhaps after the first few
 * events that another one sees more. As text `cluster/snapshot` or `cluster/snapshot/until/told`.
 */
export interface Place {
  readonly cluster: string;
  readonly snapshot: string;
  readonly within: { readonly until: string; readonly told: number } | null;
}

const SNAPSHOT = String.raw`(\d{1,20}:\d{1,20}:[\d,]*)`;
const POSITION = new RegExp(`^(\\d{1,20})/${SNAPSHOT}(?:/${SNAPSHOT}/(\\d{1,4}))?$`);

/** Null for what is no place. */
export function readPosition(text: StreamPosition): Place | null {
  const [, cluster, snapshot, until, told] = POSITION.exec(text) ?? [];
  if (cluster === undefined || snapshot === undefined) return null;
  const within = until === undefined ? null : { until, told: Number(told) };
  return { cluster, snapshot, within };
}

export function writePosition({ cluster, snapshot, within }: Place): StreamPosition {
  const place = `${cluster}/${snapshot}`;
  return within === null ? place : `${place}/${within.until}/${within.told}`;
}
