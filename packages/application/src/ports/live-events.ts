import type { IncidentEventType, IncidentStatus, Instant, Severity } from '@klaxon/domain';

/** What changed about which incident. */
export interface LiveEvent {
  readonly incidentId: string;
  /** The incident's version with this event. */
  readonly version: number;
  readonly type: IncidentEventType;
  readonly at: Instant;
  readonly number: number;
  /** The incident's own, as it is when the event is read. */
  readonly severity: Severity;
  readonly title: string;
  readonly status: IncidentStatus;
}

/** A place in the stream of all events of this database: short text without line breaks, meaningless to others. */
export type StreamPosition = string;

export interface PlacedEvent {
  readonly event: LiveEvent;
  /** The place right after it. */
  readonly position: StreamPosition;
}

export interface EventBatch {
  /** An incident's in the order of its versions. */
  readonly events: readonly PlacedEvent[];
  /** The place after all of them. */
  readonly position: StreamPosition;
}

/**
 * Events in the order in which their transactions committed, which is not the order in which they began:
 * between two places lies each event that was committed between them, and no other, whatever else was
 * running meanwhile.
 */
export interface LiveEvents {
  /** The place after all that is committed. */
  now(): Promise<StreamPosition>;
  /**
   * What lies after a place, up to another one or to what is committed now. Null where it is no place of
   * this stream, or more than `limit` events lie between.
   */
  after(
    position: StreamPosition,
    limit: number,
    until?: StreamPosition,
  ): Promise<EventBatch | null>;
  /**
   * Calls `heard` soon after something was committed, and whenever it may have missed that. Answers how
   * to stop.
   */
  listen(heard: () => void): { stop(): Promise<void> };
}
