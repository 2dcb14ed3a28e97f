import type { ViewStatus } from '@klaxon/application';
import { SystemStatus } from '@klaxon/contracts';
import type { HttpApp } from '../../http-app.ts';
import { needs } from '../../plugins/access.ts';
import { presentStatus } from '../../presenters/status.ts';
import { answer } from '../answers.ts';

export function registerStatusRoute(app: HttpApp, viewStatus: ViewStatus): void {
  app.get(
    '/api/status',
    {
      config: needs('status:read'),
      schema: {
        operationId: 'getStatus',
        summary: 'See how Klaxon itself fares',
        description:
          'What is wrong with it, for people to mend, and how far its set-up has come. The probes are /health and /ready.',
        tags: ['Status'],
        response: { 200: answer('How it fares.', SystemStatus) },
        problems: [400],
      },
    },
    async () => presentStatus(await viewStatus()),
  );
}
