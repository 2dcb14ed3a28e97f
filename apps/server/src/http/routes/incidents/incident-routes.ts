import type { HttpApp } from '../../http-app.ts';
import type { UseCases } from '../../use-cases.ts';
import { registerIncidentActions } from './incident-actions.ts';
import { registerIncidentEditing } from './incident-editing.ts';
import { registerIncidentReading } from './incident-reading.ts';

export function registerIncidentRoutes(app: HttpApp, useCases: UseCases): void {
  registerIncidentReading(app, useCases);
  registerIncidentEditing(app, useCases);
  registerIncidentActions(app, useCases);
}
