import type { LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import type { HttpOptions, UseCases } from '../app.ts';
import { stubApp } from './stub-app.ts';

interface Stage {
  readonly access: Pick<UseCases['access'], 'authenticate'>;
  readonly keys: UseCases['keys'];
  readonly alerts: Pick<UseCases['alerts'], 'receiveReport'>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The HTTP side over a stage that is new for each test, while the app, which is slow to build, stays. */
export async function keyedApp<S extends Stage>(
  makeStage: () => S,
  alertmanager: UseCases['alerts']['sources']['alertmanager'],
  options: Partial<HttpOptions> = {},
) {
  let stage = makeStage();
  let lines: string[] = [];
  const app = await stubApp(
    {
      access: { authenticate: (...given) => stage.access.authenticate(...given) },
      keys: {
        queries: {
          apiKeys: () => stage.keys.queries.apiKeys(),
          integrations: () => stage.keys.queries.integrations(),
          integration: (id) => stage.keys.queries.integration(id),
        },
        createApiKey: (input) => stage.keys.createApiKey(input),
        revokeApiKey: (input) => stage.keys.revokeApiKey(input),
        createIntegration: (input) => stage.keys.createIntegration(input),
        editIntegration: (input) => stage.keys.editIntegration(input),
        deleteIntegration: (input) => stage.keys.deleteIntegration(input),
        rotateIntegrationKey: (input) => stage.keys.rotateIntegrationKey(input),
      },
      alerts: {
        sources: { alertmanager },
        receiveReport: {
          receive: (input) => stage.alerts.receiveReport.receive(input),
          tooLarge: (source, limit) => stage.alerts.receiveReport.tooLarge(source, limit),
          refused: (report) => stage.alerts.receiveReport.refused(report),
        },
      },
    },
    { logger: pino({ level: 'trace' }, { write: (line) => void lines.push(line) }), ...options },
  );
  return {
    /** Empties the stores and the log. */
    reset(): S {
      stage = makeStage();
      lines = [];
      return stage;
    },
    /** Every line of the log so far. */
    log: () => lines.join(''),
    ask: (
      headers: Record<string, string>,
      method: Method,
      url: string,
      payload?: object,
    ): Promise<LightMyRequestResponse> =>
      app.inject({ method, url, headers, ...(payload && { payload }) }),
  };
}
