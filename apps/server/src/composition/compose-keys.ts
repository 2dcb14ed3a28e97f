import { bearerSecrets, prismaKeyQueries } from '@klaxon/adapters';
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

/** The keys of machines. */
export function composeKeys(
  prisma: Parameters<typeof prismaKeyQueries>[0],
  tools: IncidentTools,
): KeyUseCases {
  const keyTools = { ...tools, secrets: bearerSecrets };
  return {
    keys: prismaKeyQueries(prisma),
    createApiKey: makeCreateApiKey(keyTools),
    revokeApiKey: makeRevokeApiKey(keyTools),
    createIntegration: makeCreateIntegration(keyTools),
    editIntegration: makeEditIntegration(keyTools),
    deleteIntegration: makeDeleteIntegration(keyTools),
    rotateIntegrationKey: makeRotateIntegrationKey(keyTools),
  };
}
