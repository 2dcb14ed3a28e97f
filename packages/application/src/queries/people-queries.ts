import type { Instant, Role } from '@klaxon/domain';
import type { ServiceRecord, TeamRecord } from '../ports/people-repositories.ts';
import type { Page, PageRequest } from './page.ts';
import type { PersonNames } from './person-names.ts';

/** A user as people see them: nothing here proves anything. */
export interface UserView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
  /** Whether there is a way in: a password, or an account of the OpenID provider. */
  readonly canSignIn: boolean;
  /** When the one-time link ends that they have not used; null where there is none. */
  readonly invitationExpiresAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly deactivatedAt: Instant | null;
}

export interface UserFilter {
  /** Part of the name or address, in upper or lower case. */
  readonly q?: string;
  /** Whether they are active. */
  readonly active?: boolean;
  readonly teamId?: string;
}

export interface TeamView extends TeamRecord {
  readonly memberIds: readonly string[];
}

export interface ServiceView extends ServiceRecord {
  readonly teamName: string | null;
}

export interface ServiceFilter {
  /** Part of the name, in upper or lower case. */
  readonly q?: string;
  /** Null: those of no team. */
  readonly teamId?: string | null;
}

/** How much of a list. People leaf through names: no cursor. */
export type NamePage = Pick<PageRequest, 'limit' | 'offset'>;
export type NamedList<T> = Pick<Page<T>, 'items' | 'total'>;

/** Reads of people, teams and services, by name. */
export interface PeopleQueries {
  users(filter: UserFilter, page: NamePage): Promise<NamedList<UserView>>;
  /** @throws DomainError `not-found` */
  user(id: string): Promise<UserView>;
  readonly names: PersonNames;
  /** All of them: there are few. */
  teams(): Promise<readonly TeamView[]>;
  /** @throws DomainError `not-found` */
  team(id: string): Promise<TeamView>;
  services(filter: ServiceFilter, page: NamePage): Promise<NamedList<ServiceView>>;
  /** @throws DomainError `not-found` */
  service(id: string): Promise<ServiceView>;
}
