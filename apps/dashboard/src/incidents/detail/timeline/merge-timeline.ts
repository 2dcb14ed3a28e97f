import type { components } from '@klaxon/sdk';

export type TimelineEvent = components['schemas']['IncidentEvent'];
export type Delivery = components['schemas']['Notification'];

type TimelineEntry =
  | { readonly kind: 'event'; readonly at: string; readonly event: TimelineEvent }
  | { readonly kind: 'delivery'; readonly at: string; readonly delivery: Delivery };

/** What of a list is loaded: its newest items, and whether these are all. */
export interface Loaded<T> {
  readonly items: readonly T[];
  readonly complete: boolean;
}

export interface MergedTimeline {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  /** Of which list more must be loaded to see earlier entries; null where all are there. */
  readonly behind: 'events' | 'deliveries' | null;
}

/**
 * What happened and who was told of it, in one order. It goes back as far as both lists are known: entries
 * must not come in between later on, when the rest of a list is loaded.
 */
export function mergeTimeline(
  events: Loaded<TimelineEvent>,
  deliveries: Loaded<Delivery>,
): MergedTimeline {
  const all: readonly TimelineEntry[] = [
    ...events.items.map((event): TimelineEntry => ({ kind: 'event', at: event.at, event })),
    ...deliveries.items.map(
      (delivery): TimelineEntry => ({ kind: 'delivery', at: delivery.created_at, delivery }),
    ),
  ];
  const eventsFrom = horizon(events, ({ at }) => at);
  const deliveriesFrom = horizon(deliveries, ({ created_at }) => created_at);
  const from = [eventsFrom, deliveriesFrom].toSorted().at(-1) ?? BEGINNING;
  return {
    entries: all.filter(({ at }) => at >= from).toSorted(newestFirst),
    behind: from === BEGINNING ? null : from === eventsFrom ? 'events' : 'deliveries',
  };
}

/** Before every time, and after every other: of a list that has not come yet nothing is known. */
const BEGINNING = '';
const NEVER = '\uffff';

/** From when on a list is known. */
function horizon<T>({ items, complete }: Loaded<T>, timeOf: (item: T) => string): string {
  if (complete) return BEGINNING;
  return items.map(timeOf).toSorted()[0] ?? NEVER;
}

/** At the same time, who was told comes after what they were told of, and a later step after an earlier one. */
function newestFirst(one: TimelineEntry, other: TimelineEntry): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  if (one.kind === 'event')
    return other.kind === 'event' ? other.event.version - one.event.version : 1;
  return other.kind === 'event' ? -1 : one.delivery.id < other.delivery.id ? 1 : -1;
}
