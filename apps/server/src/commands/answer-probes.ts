import type { Health } from '@klaxon/application';
import { components } from '@klaxon/contracts';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { Teardown } from '../composition/teardown.ts';
import type { HttpApp } from '../http/http-app.ts';
import { registerHealth } from '../http/plugins/health.ts';
import { CannotStartError } from './terminal.ts';

/** Answers `/health` and `/ready` for a worker that is a process of its own, and nothing else. Resolves to where. */
export async function answerProbes(
  health: Health,
  { host, port }: { readonly host: string; readonly port: number },
  logger: FastifyBaseLogger,
  teardown: Teardown,
): Promise<string> {
  const app: HttpApp = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
  });
  for (const schema of components) app.addSchema(schema);
  registerHealth(app, health);
  teardown.onStop('probes', () => app.close());
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw new CannotStartError(
      `The worker cannot answer probes on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}. ` +
        'Choose another HEALTH_PORT, or HEALTH_PORT=off.',
      { cause: error },
    );
  }
}
