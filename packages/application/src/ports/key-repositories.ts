import type { Action, Instant } from '@klaxon/domain';

export interface ApiKeyRecord {
  readonly id: string;
  readonly name: string;
  /** The part of the key that is shown. */
  readonly prefix: string;
  readonly secretHash: Uint8Array;
  readonly scopes: readonly Action[];
  readonly teamId: string | null;
  readonly createdById: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

export interface ApiKeyRepository {
  /** @throws DomainError `not-found` */
  get(id: string): Promise<ApiKeyRecord>;
  /** @throws DomainError `conflict` where another has the name; `invalid` (path `team_id`) for no such team */
  insert(key: ApiKeyRecord): Promise<void>;
  /** @throws DomainError `not-found` */
  delete(id: string): Promise<void>;
}

export interface IntegrationRecord {
  readonly id: string;
  readonly name: string;
  readonly service: string | null;
  readonly teamId: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface IntegrationKeyRecord {
  readonly id: string;
  readonly integrationId: string;
  readonly prefix: string;
  readonly secretHash: Uint8Array;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

export interface IntegrationRepository {
  /** @throws DomainError `not-found` */
  get(id: string): Promise<IntegrationRecord>;
  /** @throws DomainError `conflict` where another has the name; `invalid` (path `team_id`) for no such team */
  insert(integration: IntegrationRecord): Promise<void>;
  /** @throws as insert */
  update(integration: IntegrationRecord): Promise<void>;
  /** With its keys. @throws DomainError `not-found` */
  delete(id: string): Promise<void>;
  addKey(key: IntegrationKeyRecord): Promise<void>;
  /** Lets all keys that it has end at `at`, those that end before excepted. */
  expireKeys(integrationId: string, at: Instant): Promise<void>;
}
