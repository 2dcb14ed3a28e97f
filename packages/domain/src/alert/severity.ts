/** How bad it is, worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

const NAMES: Readonly<Record<Severity, readonly string[]>> = {
  critical: ['critical', 'p0', 'page', 'emergency'],
  high: ['high', 'p1', 'error', 'major'],
  medium: ['medium', 'p2', 'warning', 'warn', 'moderate'],
  low: ['low', 'p3', 'p4', 'p5', 'info', 'minor', 'none'],
};

const BY_NAME: ReadonlyMap<string, Severity> = new Map(
  SEVERITIES.flatMap((severity) => NAMES[severity].map((name) => [name, severity] as const)),
);

/** Reads a `severity` label. An unknown or missing one is medium: shown, but it wakes nobody by mistake. */
export function severityFromLabel(label: string | undefined): Severity {
  return BY_NAME.get(label?.trim().toLowerCase() ?? '') ?? 'medium';
}

export function isWorse(a: Severity, b: Severity): boolean {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b);
}

export function worse(a: Severity, b: Severity): Severity {
  return isWorse(b, a) ? b : a;
}
