import type { IncidentUseCases } from '@klaxon/application';
import type { HttpApp } from '../../http-app.ts';
import { registerIncidentActions } from './incident-actions.ts';
import { registerIncidentEditing } from './incident-editing.ts';
import { registerIncidentReading } from './incident-reading.ts';

export function registerIncidentRoutes(app: HttpApp, incidents: IncidentUseCases): void {
  registerIncidentReading(app, incidents);
  registerIncidentEditing(app, incidents);
  registerIncidentActions(app, incidents);
}
