import type { LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import type { HttpOptions } from '../app.ts';
import type { UseCases } from '../use-cases.ts';
import { stubApp } from './stub-app.ts';

interface Stage {
  readonly useCases: Pick<
    UseCases,
    | 'authenticate'
    | 'keys'
    | 'createApiKey'
    | 'revokeApiKey'
    | 'createIntegration'
    | 'editIntegration'
    | 'deleteIntegration'
    | 'rotateIntegrationKey'
    | 'receiveReport'
  >;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The HTTP side over a stage that each test gets anew, while the app, which is slow to build, stays. */
export async function keyedApp<S extends Stage>(
  makeStage: () => S,
  alertmanager: UseCases['sources']['alertmanager'],
  options: Partial<HttpOptions> = {},
) {
  let stage = makeStage();
  let lines: string[] = [];
  const app = await stubApp(
    {
      sources: { alertmanager },
      authenticate: (...given) => stage.useCases.authenticate(...given),
      keys: {
        apiKeys: () => stage.useCases.keys.apiKeys(),
        integrations: () => stage.useCases.keys.integrations(),
        integration: (id) => stage.useCases.keys.integration(id),
      },
      createApiKey: (...given) => stage.useCases.createApiKey(...given),
      revokeApiKey: (...given) => stage.useCases.revokeApiKey(...given),
      createIntegration: (...given) => stage.useCases.createIntegration(...given),
      editIntegration: (...given) => stage.useCases.editIntegration(...given),
      deleteIntegration: (...given) => stage.useCases.deleteIntegration(...given),
      rotateIntegrationKey: (...given) => stage.useCases.rotateIntegrationKey(...given),
      receiveReport: {
        receive: (input) => stage.useCases.receiveReport.receive(input),
        tooLarge: (source, limit) => stage.useCases.receiveReport.tooLarge(source, limit),
        refused: (report) => stage.useCases.receiveReport.refused(report),
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
