import { bearerSecrets, prismaKeyQueries, type RememberedKeys } from '@klaxon/adapters';
import {
  type IncidentTools,
  makeCreateApiKey,
  makeCreateIntegration,
  makeDeleteIntegration,
  makeEditIntegration,
  makeRevokeApiKey,
  makeRotateIntegrationKey,
} from '@klaxon/application';
import type { UseCases } from '../http/use-cases.ts';

export type KeyUseCases = Pick<
  UseCases,
  | 'keys'
  | 'createApiKey'
  | 'revokeApiKey'
  | 'createIntegration'
  | 'editIntegration'
  | 'deleteIntegration'
  | 'rotateIntegrationKey'
>;

/** The keys of machines. What changes them here counts here at once. */
export function composeKeys(
  prisma: Parameters<typeof prismaKeyQueries>[0],
  tools: IncidentTools,
  { forget }: Pick<RememberedKeys, 'forget'>,
): KeyUseCases {
  const keyTools = { ...tools, secrets: bearerSecrets };
  return {
    keys: prismaKeyQueries(prisma),
    createApiKey: makeCreateApiKey(keyTools),
    revokeApiKey: andThen(forget, makeRevokeApiKey(keyTools)),
    createIntegration: makeCreateIntegration(keyTools),
    editIntegration: andThen(forget, makeEditIntegration(keyTools)),
    deleteIntegration: andThen(forget, makeDeleteIntegration(keyTools)),
    rotateIntegrationKey: andThen(forget, makeRotateIntegrationKey(keyTools)),
  };
}

function andThen<Given extends readonly unknown[], Answer>(
  forget: () => void,
  change: (...given: Given) => Promise<Answer>,
): (...given: Given) => Promise<Answer> {
  return async (...given) => {
    try {
      return await change(...given);
    } finally {
      // Also after a failure: a commit whose answer got lost has changed the key all the same.
      forget();
    }
  };
}
