import type { Incident } from '../../incident.ts';

type Seen = Pick<
  Incident,
  'title' | 'description' | 'severity' | 'status' | 'assignee_name' | 'snoozed_until'
>;

/** What is otherwise now than when somebody last looked, in words. */
export function changesBetween(before: Seen, now: Seen): readonly string[] {
  const who = now.assignee_name ?? 'nobody';
  return [
    ...(before.status === now.status ? [] : [`It is ${now.status} now.`]),
    ...(before.title === now.title ? [] : [`The title is now “${now.title}”.`]),
    ...(before.severity === now.severity ? [] : [`The severity is now ${now.severity}.`]),
    ...(before.assignee_name === now.assignee_name ? [] : [`It is now assigned to ${who}.`]),
    ...(before.description === now.description
      ? []
      : [`The description is now: ${now.description ?? '(none)'}`]),
    ...(before.snoozed_until === now.snoozed_until
      ? []
      : [now.snoozed_until === null ? 'It is not snoozed any more.' : 'It is snoozed now.']),
  ];
}
