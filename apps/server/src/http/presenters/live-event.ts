import type { LiveEvent as Event } from '@klaxon/application';
import type { LiveEvent } from '@klaxon/contracts';
import { presentTime } from './time.ts';

export function presentLiveEvent(event: Event): LiveEvent {
  const { version, type, number, severity, title, status } = event;
  return {
    incident_id: event.incidentId,
    version,
    type,
    at: presentTime(event.at),
    number,
    severity,
    title,
    status,
  };
}
