import { formatDateTime } from '../../../shared/time.ts';
import type { TimelineEvent } from './merge-timeline.ts';

export interface EventText {
  readonly title: string;
  /** What a person wrote, as it was written. */
  readonly body?: string;
  /** Another incident that it is about. */
  readonly incidentId?: string;
}

export interface Names {
  readonly person: (id: string) => string;
  readonly channel: (id: string) => string;
}

/** What happened, in words for people. The reasons of the API know ids alone. */
export function describeEvent(event: TimelineEvent, names: Names): EventText {
  const { data, reason } = event;
  const by = actorName(event, names);
  const byPerson = event.actor.kind === 'person';
  switch (event.type) {
    case 'opened':
      return { title: byPerson ? `Opened by ${by}` : `Opened: ${reason}` };
    case 'acknowledged':
      return { title: `Acknowledged by ${by}${handedTo(event, names)}` };
    case 'assigned': {
      const assignee = textOf(data, 'assignee');
      const what =
        assignee === null ? 'Assigned to nobody' : `Assigned to ${names.person(assignee)}`;
      return { title: `${what} by ${by}` };
    }
    case 'title_changed':
      return { title: `Title changed by ${by}`, body: textOf(data, 'title') ?? '' };
    case 'description_changed':
      return {
        title: `Description changed by ${by}`,
        body: textOf(data, 'description') ?? '(none)',
      };
    case 'severity_changed': {
      const change = `from ${textOf(data, 'from')} to ${textOf(data, 'to')}`;
      return { title: byPerson ? `Severity changed ${change} by ${by}` : reason };
    }
    case 'resolved': {
      const isPersons = textOf(data, 'resolution') === 'person';
      return { title: isPersons ? `Resolved by ${by}` : `Resolved: ${reason}` };
    }
    case 'reopened':
      return { title: byPerson ? `Reopened by ${by}` : `Reopened: ${reason}` };
    case 'note_added':
      return { title: `Note by ${by}`, body: textOf(data, 'text') ?? '' };
    case 'snoozed': {
      const until = textOf(data, 'until');
      return { title: until === null ? reason : `Snoozed until ${formatDateTime(until)} by ${by}` };
    }
    case 'snooze_ended':
      return { title: byPerson ? `Snooze ended by ${by}` : reason };
    case 'merged':
      return { title: `Merged into another incident by ${by}`, ...linked(data, 'into') };
    case 'absorbed':
      return {
        title: `Another incident was merged into this one by ${by}`,
        ...linked(data, 'source'),
      };
    case 'notification_failed': {
      const channel = textOf(data, 'channel');
      const who = channel === null ? 'Somebody' : names.channel(channel);
      return { title: `${who} could not be told`, body: textOf(data, 'error') ?? reason };
    }
    default:
      return { title: reason };
  }
}

/** Whoever acted is the only one to be named, unless another works on it from then on. */
function handedTo({ data, actor }: TimelineEvent, names: Names): string {
  const assignee = textOf(data, 'assignee');
  return assignee === null || assignee === actor.id ? '' : `; ${names.person(assignee)} has it`;
}

function actorName({ actor }: TimelineEvent, names: Names): string {
  if (actor.id === null) return 'Klaxon';
  return actor.kind === 'person' ? names.person(actor.id) : 'an integration';
}

function textOf(data: TimelineEvent['data'], name: string): string | null {
  const value = data[name];
  return typeof value === 'string' ? value : null;
}

function linked(data: TimelineEvent['data'], name: string): Pick<EventText, 'incidentId'> {
  const id = textOf(data, name);
  return id === null ? {} : { incidentId: id };
}
