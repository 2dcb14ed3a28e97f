import type {
  ApiKeyRecord,
  IntegrationKeyRecord,
  IntegrationRecord,
} from '../ports/key-repositories.ts';

export type ApiKeyView = Omit<ApiKeyRecord, 'secretHash'>;

export interface IntegrationView extends IntegrationRecord {
  /** Newest first, those that have ended too. */
  readonly keys: readonly Omit<IntegrationKeyRecord, 'secretHash' | 'integrationId'>[];
}

/** Reads of keys, by name. What they open with is not among it. */
export interface KeyQueries {
  apiKeys(): Promise<readonly ApiKeyView[]>;
  integrations(): Promise<readonly IntegrationView[]>;
  /** @throws DomainError `not-found` */
  integration(id: string): Promise<IntegrationView>;
}
