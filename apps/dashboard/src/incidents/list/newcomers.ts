import type { Incident } from '../incident.ts';

type Listed = Pick<Incident, 'id' | 'number' | 'title' | 'severity' | 'created_at'>;

/** The incidents that opened since the list was last seen; those that a page or filter brought in are none. */
export function newcomers<I extends Listed>(before: readonly I[], now: readonly I[]): readonly I[] {
  const known = new Set(before.map(({ id }) => id));
  const latest =
    before
      .map(({ created_at }) => created_at)
      .toSorted()
      .at(-1) ?? '';
  return now.filter(({ id, created_at }) => !known.has(id) && created_at >= latest);
}

export function announce(incidents: readonly Listed[]): string {
  const [first] = incidents;
  if (!first) return '';
  if (incidents.length > 1) return `${incidents.length} new incidents.`;
  return `New incident ${first.number}, ${first.severity}: ${first.title}`;
}
