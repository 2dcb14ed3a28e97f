import type { Credentials, Instant } from '@klaxon/domain';

export interface UserRecord extends Credentials {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Users inside a transaction. A read locks the row. Nobody is ever deleted: timelines name them. */
export interface UserRepository {
  /** @throws DomainError `not-found` */
  get(id: string): Promise<UserRecord>;
  byEmail(email: string): Promise<UserRecord | null>;
  byOidc(issuer: string, subject: string): Promise<UserRecord | null>;
  /** @throws DomainError `conflict` where another has the address */
  insert(user: UserRecord): Promise<void>;
  /** @throws DomainError `conflict` where another has the address */
  update(user: UserRecord): Promise<void>;
  /**
   * Ids of the admins that can sign in: active, with a password or an account of the OpenID provider.
   * Locked, so that two cannot remove each other at once.
   */
  activeAdmins(): Promise<readonly string[]>;
  teamsOf(userId: string): Promise<readonly string[]>;
  /** @throws DomainError `invalid` (path `team_ids`) for a team that does not exist */
  setTeamsOf(userId: string, teamIds: readonly string[]): Promise<void>;
}

export interface TeamRecord {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Teams inside a transaction. A read locks the row. */
export interface TeamRepository {
  /** @throws DomainError `not-found` */
  get(id: string): Promise<TeamRecord>;
  /** Of those of these names that there are. */
  idsByName(names: readonly string[]): Promise<readonly string[]>;
  /** @throws DomainError `conflict` where another has the name */
  insert(team: TeamRecord): Promise<void>;
  /** @throws DomainError `conflict` where another has the name */
  update(team: TeamRecord): Promise<void>;
  /** @throws DomainError `conflict` while services, API keys or integrations belong to it; `not-found` */
  delete(id: string): Promise<void>;
}

/** A value of the label `service`, and the team that its incidents belong to. */
export interface ServiceRecord {
  readonly id: string;
  readonly name: string;
  /** Null: its incidents are everybody's. */
  readonly teamId: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Services inside a transaction. A read locks the row. */
export interface ServiceRepository {
  /** @throws DomainError `not-found` */
  get(id: string): Promise<ServiceRecord>;
  /** @throws DomainError `conflict` where it is there already; `invalid` (path `team_id`) for no such team */
  insert(service: ServiceRecord): Promise<void>;
  /** @throws DomainError `conflict` where another has the name; `invalid` (path `team_id`) for no such team */
  update(service: ServiceRecord): Promise<void>;
  /** @throws DomainError `not-found` */
  delete(id: string): Promise<void>;
}
