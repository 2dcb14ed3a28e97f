import { formatDateTime } from '../../../shared/time.ts';
import type { TimelineEvent } from './merge-timeline.ts';

export interface EventText {
  readonly title: string;
  /** What a person wrote, as it was written. */
  readonly body?: string;
  /** Another incident that it is about. */
  readonly incidentId?: string;
}

/** What happened, in words for people: the reason that was written down, and who acted where it does not say so. */
export function describeEvent(
  event: TimelineEvent,
  channelName: (id: string) => string,
): EventText {
  const { data, reason } = event;
  switch (event.type) {
    case 'title_changed':
      return { title: byWhom(event), body: textOf(data, 'title') ?? '' };
    case 'description_changed':
      return { title: byWhom(event), body: textOf(data, 'description') ?? '(none)' };
    case 'note_added':
      return { title: byWhom(event, 'Note'), body: textOf(data, 'text') ?? '' };
    case 'snoozed': {
      const until = textOf(data, 'until');
      const what = until === null ? reason : `Snoozed until ${formatDateTime(until)}`;
      return { title: byWhom(event, what) };
    }
    case 'assigned':
    case 'severity_changed':
      return { title: byWhom(event) };
    case 'merged':
      return { title: byWhom(event), ...linked(data, 'into') };
    case 'absorbed':
      return { title: byWhom(event), ...linked(data, 'source') };
    case 'notification_failed': {
      const channel = textOf(data, 'channel');
      const who = channel === null ? 'Somebody' : channelName(channel);
      return { title: `${who} could not be told`, body: textOf(data, 'error') ?? reason };
    }
    default:
      return { title: withoutStop(reason) };
  }
}

function byWhom({ actor, reason }: TimelineEvent, what = reason): string {
  const name = actor.name ?? actor.id;
  return name === null ? withoutStop(what) : `${withoutStop(what)} by ${name}`;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function textOf(data: TimelineEvent['data'], name: string): string | null {
  const value = data[name];
  return typeof value === 'string' ? value : null;
}

function linked(data: TimelineEvent['data'], name: string): Pick<EventText, 'incidentId'> {
  const id = textOf(data, name);
  return id === null ? {} : { incidentId: id };
}
