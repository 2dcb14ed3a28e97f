import type { Health } from '@klaxon/application';
import { Liveness, Readiness } from '@klaxon/contracts';
import type { HttpApp } from '../http-app.ts';
import { presentReadiness } from '../presenters/health.ts';
import { answer, problem } from '../routes/answers.ts';
import { open } from './access.ts';

const BROKEN_REQUEST = { '4xx': problem(400, 'The request is not well-formed HTTP, or too long.') };

/** The probes. They take any query: a probe that adds a cache-buster must not read as an outage. */
export function registerHealth(app: HttpApp, health: Health): void {
  app.get(
    '/health',
    {
      logLevel: 'warn',
      config: open('Probes have no account.'),
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the process lives',
        description:
          'For liveness probes: it looks at nothing else, so a database outage restarts no process.',
        tags: ['Probes'],
        response: { 200: answer('It lives.', Liveness), ...BROKEN_REQUEST },
      },
    },
    async (): Promise<Liveness> => ({ status: 'ok' }),
  );

  app.get(
    '/ready',
    {
      logLevel: 'warn',
      config: open('Probes have no account.'),
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether the process can do its work',
        description:
          'For probes of the whole installation: whether alerts can be stored, and whether what is due is taken by a ' +
          'worker. `/api/status` tells more. The database is asked once a second at the most.',
        tags: ['Probes'],
        response: {
          200: answer('It can.', Readiness),
          503: answer('Something that it cannot do without fails.', Readiness),
          ...BROKEN_REQUEST,
        },
      },
    },
    async (_request, reply): Promise<Readiness> => {
      const readiness = presentReadiness(await health.check());
      reply.code(readiness.status === 'ready' ? 200 : 503);
      return readiness;
    },
  );
}
