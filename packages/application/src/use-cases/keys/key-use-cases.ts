import type { KeyQueries } from '../../queries/key-queries.ts';
import { makeCreateApiKey, makeRevokeApiKey } from './change-api-keys.ts';
import {
  makeCreateIntegration,
  makeDeleteIntegration,
  makeEditIntegration,
  makeRotateIntegrationKey,
} from './change-integrations.ts';
import type { KeyDeps } from './key-tools.ts';

export interface KeyUseCaseDeps extends KeyDeps {
  readonly queries: KeyQueries;
  /** Forgets what is remembered of keys, so that a change counts in this process at once. */
  readonly forgetKeys: () => void;
}

/** What people do with the keys of machines. */
export function keyUseCases(deps: KeyUseCaseDeps) {
  const { queries, forgetKeys } = deps;
  return {
    queries,
    createApiKey: makeCreateApiKey(deps),
    revokeApiKey: andThen(forgetKeys, makeRevokeApiKey(deps)),
    createIntegration: makeCreateIntegration(deps),
    editIntegration: andThen(forgetKeys, makeEditIntegration(deps)),
    deleteIntegration: andThen(forgetKeys, makeDeleteIntegration(deps)),
    rotateIntegrationKey: andThen(forgetKeys, makeRotateIntegrationKey(deps)),
  };
}

export type KeyUseCases = ReturnType<typeof keyUseCases>;

function andThen<Input, Answer>(
  forget: () => void,
  change: (input: Input) => Promise<Answer>,
): (input: Input) => Promise<Answer> {
  return async (input) => {
    try {
      return await change(input);
    } finally {
      // Also after a failure: a commit whose answer got lost has changed the key all the same.
      forget();
    }
  };
}
