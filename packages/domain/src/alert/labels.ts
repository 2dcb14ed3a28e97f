/**
 * Label or annotation names to values. Made without a prototype, because `__proto__` and
 * `constructor` are label names like any other.
 */
export type Labels = Readonly<Record<string, string>>;

export function makeLabels(entries: Iterable<readonly [string, string]>): Labels {
  const labels: Record<string, string> = Object.create(null);
  for (const [name, value] of entries) labels[name] = value;
  return labels;
}

/** The labels that all the given sets share, name and value. */
export function commonLabels(sets: readonly Labels[]): Labels {
  const [first, ...rest] = sets;
  if (!first) return makeLabels([]);
  return makeLabels(
    Object.entries(first).filter(([name, value]) => rest.every((set) => set[name] === value)),
  );
}
