import type { Labels } from '../alert/labels.ts';
import type { Severity } from '../alert/severity.ts';
import type { AnnouncementKind } from './announcement.ts';

/** A label that must have (or, negated, must not have) this value. An absent label has the value ''. */
export interface LabelMatcher {
  readonly name: string;
  readonly value: string;
  readonly negated: boolean;
}

/** What a channel hears. Null in a list's place: any. */
export interface NotificationRule {
  readonly id: string;
  readonly name: string;
  readonly channelId: string;
  readonly enabled: boolean;
  readonly severities: readonly Severity[] | null;
  readonly services: readonly string[] | null;
  /** Some `AnnouncementKind`s, and perhaps some that only a newer Klaxon knows. */
  readonly kinds: readonly string[] | null;
  /** All of them must match. */
  readonly matchers: readonly LabelMatcher[];
}

/** What a rule looks at. */
export interface Announcement {
  readonly kind: AnnouncementKind;
  readonly severity: Severity;
  readonly labels: Labels;
}

export function hears(rule: NotificationRule, { kind, severity, labels }: Announcement): boolean {
  return (
    rule.enabled &&
    (rule.severities?.includes(severity) ?? true) &&
    (rule.kinds?.includes(kind) ?? true) &&
    (rule.services?.includes(labels['service'] ?? '') ?? true) &&
    rule.matchers.every(({ name, value, negated }) => ((labels[name] ?? '') === value) !== negated)
  );
}
