import type { AlertmanagerClient, AlertmanagerView } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';

/** Alertmanagers whose knowledge a test sets; while one is unreachable, none of it can be asked for. */
export class InMemoryAlertmanagers implements AlertmanagerClient {
  known: readonly AlertmanagerView[] = [];
  unreachable = false;

  async views(): Promise<readonly AlertmanagerView[]> {
    if (this.unreachable)
      throw new DomainError('unavailable', 'http://alertmanager.test gave no answer in time.');
    return this.known;
  }

  async probe(): Promise<void> {
    await this.views();
  }
}
