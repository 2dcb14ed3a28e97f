import { conflict, forbidden, type UserPrincipal } from '@klaxon/domain';
import type { Caller } from '../../shared/caller.ts';

/** @throws DomainError where it is no person that asks */
export function expectUser({ principal }: Caller): UserPrincipal {
  if (principal.kind === 'user') return principal;
  if (principal.kind === 'local')
    throw conflict('Nobody signs in here: this Klaxon is for whoever started it.');
  throw forbidden('This is for people: a key has no account.');
}
