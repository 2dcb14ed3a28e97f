import { DomainError } from '@klaxon/domain';
import type { HttpApp } from '../http-app.ts';

/** From the moment it closes, whatever still arrives on open connections is told to come again. */
export function registerDrain(app: HttpApp): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onRequest', async () => {
    if (closing) throw new DomainError('unavailable', 'Klaxon is shutting down. Try again.');
  });
}
