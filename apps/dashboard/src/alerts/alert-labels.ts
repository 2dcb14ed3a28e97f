type Labels = Readonly<Record<string, string>>;
type Entry = readonly [name: string, value: string];

/** What says where it is: these are shown, the rest is there for whoever asks. */
const TELLING = ['service', 'instance', 'job', 'namespace', 'cluster', 'team', 'env'];
const SHOWN = 3;

export function tellingLabels(labels: Labels): readonly Entry[] {
  return TELLING.flatMap((name): Entry[] => {
    const value = Object.hasOwn(labels, name) ? labels[name] : undefined;
    return value ? [[name, value]] : [];
  }).slice(0, SHOWN);
}

export function sortedLabels(labels: Labels): readonly Entry[] {
  return Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** What people call an alert. */
export function alertName(labels: Labels): string {
  return labels['alertname'] || 'An alert without a name';
}

export function countLabels(labels: number, annotations: number): string {
  const counts = [count(labels, 'label'), annotations > 0 ? count(annotations, 'annotation') : ''];
  return counts.filter(Boolean).join(', ');
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
