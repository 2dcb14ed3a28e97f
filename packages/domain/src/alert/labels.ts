/**
 * Label or annotation names to values. Nothing is inherited, because `__proto__` and `constructor` are
 * label names like any other.
 */
export type Labels = Readonly<Record<string, string>>;

/** A class: of `Object.create(null)` V8 makes hash tables, which cost a storm several times the memory and time. */
class LabelSet {
  [name: string]: string;
}
Object.setPrototypeOf(LabelSet.prototype, null);
Reflect.deleteProperty(LabelSet.prototype, 'constructor');

export function makeLabels(entries: Iterable<readonly [string, string]>): Labels {
  const labels = emptyLabels();
  for (const [name, value] of entries) labels[name] = value;
  return labels;
}

/** To be filled by the caller. */
export function emptyLabels(): Record<string, string> {
  return new LabelSet();
}

/** The labels that all the given sets share, name and value. */
export function commonLabels(sets: readonly Labels[]): Labels {
  const [first, ...rest] = sets;
  if (!first) return makeLabels([]);
  return makeLabels(
    Object.entries(first).filter(([name, value]) => rest.every((set) => set[name] === value)),
  );
}
