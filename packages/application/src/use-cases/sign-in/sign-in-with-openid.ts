import {
  type ClaimPolicy,
  expectLetIn,
  forbidden,
  normalEmail,
  roleOfClaims,
  teamsOfClaims,
} from '@klaxon/domain';
import type { OpenIdIdentity } from '../../ports/openid-provider.ts';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { Transaction } from '../../ports/unit-of-work.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import { endEarlierCredentials } from '../people/end-credentials.ts';
import { userFacts, userTarget } from '../people/people-tools.ts';
import type { Device, SessionDeps } from './session-deps.ts';
import { type StartedSession, startSession } from './start-session.ts';

export interface OpenIdSignInInput {
  readonly identity: OpenIdIdentity;
  readonly device: Device;
  /** What the browser's cookie held: it is good for nothing afterwards. */
  readonly shown: string | null;
}

/**
 * Lets in whom the provider vouches for: a user who came from there before; else one whose verified
 * address it is; else somebody new. Role and teams follow the claims at each sign-in. Whoever becomes more by it
 * is left with the session that begins now.
 *
 * @throws DomainError `forbidden` for whom the claims do not let in, for somebody who was deactivated, without
 * a verified address, and where the address is that of another account of the provider
 */
export function makeSignInWithOpenId(deps: SessionDeps & { readonly claimPolicy: ClaimPolicy }) {
  return ({ identity, device, shown }: OpenIdSignInInput): Promise<StartedSession> =>
    deps.unitOfWork.run(async (tx) => {
      expectLetIn(identity.claims, deps.claimPolicy);
      const admins = await tx.users.activeAdmins();
      const known = await findUser(tx, identity);
      if (known?.deactivatedAt != null) throw forbidden('This account is no longer active.');
      const user = known
        ? await bringUpToDate(tx, deps, known, identity, admins)
        : await addUser(tx, deps, identity);
      if (shown !== null) await tx.sessions.deleteByTokenHash(deps.secrets.hash(shown));
      return startSession(tx, deps, user, device, 'openid');
    });
}

async function findUser(tx: Transaction, identity: OpenIdIdentity): Promise<UserRecord | null> {
  const { issuer, subject } = identity;
  const known = await tx.users.byOidc(issuer, subject);
  if (known) return known;
  // Whoever owns the address owns the account; an unverified one is only a claim.
  const owner = await tx.users.byEmail(verifiedEmail(identity));
  // Providers give addresses away again. Whoever has one now is not whoever had it.
  if (owner?.oidc?.issuer === issuer)
    throw forbidden(
      'Another account of the provider is tied to this address. Ask an admin for a new one-time link: it unties them.',
    );
  return owner;
}

function verifiedEmail({ email, emailVerified }: OpenIdIdentity): string {
  if (email === null || !emailVerified)
    throw forbidden('The provider does not vouch for an e-mail address of yours.');
  return normalEmail(email);
}

async function addUser(
  tx: Transaction,
  deps: Parameters<typeof makeSignInWithOpenId>[0],
  identity: OpenIdIdentity,
): Promise<UserRecord> {
  const now = deps.clock.now();
  const email = verifiedEmail(identity);
  const user: UserRecord = {
    id: deps.ids.next(),
    email,
    name: identity.name ?? email,
    role: roleOfClaims(identity.claims, deps.claimPolicy) ?? 'viewer',
    passwordHash: null,
    passwordByKey: false,
    passwordEndedAt: null,
    oidc: { issuer: identity.issuer, subject: identity.subject },
    createdAt: now,
    updatedAt: now,
    deactivatedAt: null,
  };
  await tx.users.insert(user);
  const teamIds = await teamIdsOf(tx, deps, identity, []);
  await tx.users.setTeamsOf(user.id, teamIds);
  await tx.audit.append([
    auditEntry(deps, null, {
      action: 'user.invited',
      target: userTarget(user),
      after: { ...userFacts(user, teamIds), by: 'openid' },
    }),
  ]);
  return user;
}

async function bringUpToDate(
  tx: Transaction,
  deps: Parameters<typeof makeSignInWithOpenId>[0],
  user: UserRecord,
  identity: OpenIdIdentity,
  admins: readonly string[],
): Promise<UserRecord> {
  const { issuer, subject, claims } = identity;
  const wanted = roleOfClaims(claims, deps.claimPolicy) ?? user.role;
  // Somebody must be left who can let others in, whatever the provider says.
  const isLastAdmin = admins.length === 1 && admins[0] === user.id;
  const role = isLastAdmin ? user.role : wanted;
  const before = await tx.users.teamsOf(user.id);
  const teamIds = await teamIdsOf(tx, deps, identity, before);
  const changed = { ...user, role, oidc: { issuer, subject } };
  const facts = changedFacts(userFacts(user, before), userFacts(changed, teamIds));
  if (Object.keys(facts.after).length === 0) return user;
  const wantedUser = { ...changed, updatedAt: deps.clock.now() };
  const { user: saved, ended } = await endEarlierCredentials(tx, deps, user, wantedUser);
  await tx.users.update(saved);
  await tx.users.setTeamsOf(user.id, teamIds);
  await tx.audit.append([
    auditEntry(deps, null, {
      action: 'user.edited',
      target: userTarget(saved),
      before: facts.before,
      after: { ...facts.after, ...ended, by: 'openid' },
    }),
  ]);
  return saved;
}

async function teamIdsOf(
  tx: Transaction,
  { claimPolicy }: Parameters<typeof makeSignInWithOpenId>[0],
  { claims }: OpenIdIdentity,
  present: readonly string[],
): Promise<readonly string[]> {
  const names = teamsOfClaims(claims, claimPolicy);
  return names === null ? present : tx.teams.idsByName(names);
}
