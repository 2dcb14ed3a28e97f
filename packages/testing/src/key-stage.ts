import {
  type Authenticate,
  type BearerSecrets,
  type IngestAlerts,
  keyUseCases,
  makeAuthenticate,
  makeAuthenticateLocally,
  makeIngestAlerts,
  makeReceiveReport,
} from '@klaxon/application';
import { type Action, DEFAULT_SESSION_POLICY, type DomainError } from '@klaxon/domain';
import { LOCAL_CALLER } from './as-local.ts';
import { plainAccessTokens } from './plain-access-tokens.ts';
import { makeStage } from './stage.ts';

/** What the one at the machine shows, where nobody signs in. */
export const LOCAL_TOKEN = 'klt_of-this-test';

/** The use cases of keys and of alerts that come by them, over stores in memory. */
export function makeKeyStage(secrets: BearerSecrets, signIn: 'local' | 'sign-in' = 'sign-in') {
  const stage = makeStage();
  const { database, clock, tools, ids } = stage;
  const queries = { ...database.accessQueries };
  const policy = DEFAULT_SESSION_POLICY;
  const tokens = plainAccessTokens(clock);
  const onTouchError = () => {};
  const proven = makeAuthenticate({ queries, secrets, tokens, clock, policy, onTouchError });
  const authenticate: Authenticate =
    signIn === 'local'
      ? makeAuthenticateLocally(proven, (secret) => secret === LOCAL_TOKEN)
      : proven;
  const keys = keyUseCases({
    ...tools,
    secrets,
    queries: database.keyQueries,
    forgetKeys: () => {},
  });
  const ingest = makeIngestAlerts(database.ingestStore, stage.planning);
  let ingestFailure: DomainError | null = null;
  const ingestAlerts: IngestAlerts = async (report) => {
    if (ingestFailure) throw ingestFailure;
    await ingest(report);
  };
  return {
    ...stage,
    access: { authenticate },
    keys,
    alerts: { receiveReport: makeReceiveReport(ingestAlerts, clock) },
    /** From now on no key can be looked up. */
    breakLookUps(failure: DomainError): void {
      const fail = () => Promise.reject(failure);
      queries.apiKey = fail;
      queries.integrationKey = fail;
    },
    /** From now on nothing can be stored of what arrives; null for an end of that. */
    breakIngest(failure: DomainError | null): void {
      ingestFailure = failure;
    },
    /** The header of a new API key with these scopes. */
    async keyWith(scopes: readonly Action[]): Promise<Record<string, string>> {
      const { key } = await keys.createApiKey({
        actor: LOCAL_CALLER,
        name: `Of the test ${ids.next()}`,
        scopes,
        teamId: null,
        expiresAt: null,
      });
      return { authorization: `Bearer ${key}` };
    },
  };
}
