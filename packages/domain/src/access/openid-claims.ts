import { forbidden } from '../shared/errors.ts';
import { ROLES, type Role } from './role.ts';

/** How the claims of an OpenID provider become a role and teams. */
export interface ClaimPolicy {
  /** The claim whose values say the role; null: roles are given in Klaxon alone. */
  readonly roleClaim: string | null;
  readonly adminValues: readonly string[];
  readonly responderValues: readonly string[];
  /** Where there are any, whoever has none of the values of the three lists is not let in. */
  readonly viewerValues: readonly string[];
  /** The claim whose values are names of teams; null: teams are given in Klaxon alone. */
  readonly teamsClaim: string | null;
}

type Claims = Readonly<Record<string, unknown>>;

/**
 * Every account of a provider can sign in there, and not all of them are the house's.
 *
 * @throws DomainError `forbidden` for whom no value lets in, where values say who is
 */
export function expectLetIn(claims: Claims, policy: ClaimPolicy): void {
  const { roleClaim, adminValues, responderValues, viewerValues } = policy;
  if (roleClaim === null || viewerValues.length === 0) return;
  const lettingIn = [...adminValues, ...responderValues, ...viewerValues];
  if (!valuesOf(claims, roleClaim).some((value) => lettingIn.includes(value)))
    throw forbidden('This account of the provider is not let into Klaxon. Ask an admin.');
}

/** The highest role that a value gives, and viewer where none does; null where the claims do not say. */
export function roleOfClaims(claims: Claims, policy: ClaimPolicy): Role | null {
  if (policy.roleClaim === null) return null;
  const values = valuesOf(claims, policy.roleClaim);
  if (values.some((value) => policy.adminValues.includes(value))) return 'admin';
  return values.some((value) => policy.responderValues.includes(value)) ? 'responder' : ROLES[0];
}

/** Names of teams; null where the claims do not say. */
export function teamsOfClaims(
  claims: Claims,
  { teamsClaim }: ClaimPolicy,
): readonly string[] | null {
  return teamsClaim === null ? null : valuesOf(claims, teamsClaim);
}

/** A claim is one value or a list of them. */
function valuesOf(claims: Claims, name: string): readonly string[] {
  const claim: unknown = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return [claim].flat().filter((value): value is string => typeof value === 'string');
}
