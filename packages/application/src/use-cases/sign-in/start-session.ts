import { ACCESS_TOKEN_LIFETIME, KNOWN_PLACE_LIFETIME, type UserPrincipal } from '@klaxon/domain';
import type { UserRecord } from '../../ports/people-repositories.ts';
import type { SessionRecord } from '../../ports/session-repositories.ts';
import type { Transaction } from '../../ports/unit-of-work.ts';
import type { Caller } from '../../shared/caller.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Device, SessionDeps } from './session-deps.ts';

export interface StartedSession {
  readonly session: SessionRecord;
  /** What the browser's cookie is to hold: shown now and never again. */
  readonly secret: string;
  readonly principal: UserPrincipal;
  /** What the browser is to keep, to be known from now on. */
  readonly marks: readonly string[];
}

/** Signs somebody in, in a browser. `how` goes into the audit log: by password, by OpenID, by invitation. */
export async function startSession(
  tx: Transaction,
  deps: SessionDeps,
  user: UserRecord,
  device: Device,
  how: string,
): Promise<StartedSession> {
  const { clock, ids, secrets, policy } = deps;
  const now = clock.now();
  const { secret, hash } = secrets.make();
  const session: SessionRecord = {
    id: ids.next(),
    userId: user.id,
    kind: 'browser',
    tokenHash: hash,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + policy.lifetime,
    userAgent: device.userAgent?.slice(0, 500) ?? null,
    address: device.address,
  };
  await tx.sessions.insert(session);
  const marks = await rememberPlace(tx, deps, user, device);
  const principal = await principalFor(tx, user, session.id);
  await tx.audit.append([
    auditEntry(
      deps,
      { principal, ...originOf(device) },
      {
        action: 'session.signed_in',
        target: { kind: 'session', id: session.id, name: user.email },
        after: { by: how },
      },
    ),
  ]);
  return { session, secret, principal, marks };
}

/** A session that an access token names: it ends with the token, or when somebody ends it before. */
export async function startTokenSession(
  tx: Transaction,
  deps: SessionDeps,
  user: UserRecord,
  device: Device,
): Promise<SessionRecord> {
  const now = deps.clock.now();
  const session: SessionRecord = {
    id: deps.ids.next(),
    userId: user.id,
    kind: 'token',
    tokenHash: null,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + ACCESS_TOKEN_LIFETIME,
    userAgent: device.userAgent?.slice(0, 500) ?? null,
    address: device.address,
  };
  await tx.sessions.insert(session);
  await tx.knownPlaces.remember(user.id, { marks: [], address: device.address }, now);
  const principal = await principalFor(tx, user, session.id);
  await tx.audit.append([
    auditEntry(
      deps,
      { principal, ...originOf(device) },
      {
        action: 'session.token_created',
        target: { kind: 'session', id: session.id, name: user.email },
      },
    ),
  ]);
  return session;
}

/** Others' marks stay in the browser; one that is not known of this user is not taken for theirs: it may be planted. */
async function rememberPlace(
  tx: Transaction,
  { clock, secrets }: SessionDeps,
  user: UserRecord,
  { marks, address }: Device,
): Promise<readonly string[]> {
  const now = clock.now();
  const [known] = await tx.knownPlaces.knownMarks(user.id, marks, now - KNOWN_PLACE_LIFETIME);
  const mark = known ?? secrets.make().secret;
  await tx.knownPlaces.remember(user.id, { marks: [mark], address }, now);
  return [...marks.filter((one) => one !== mark), mark];
}

async function principalFor(
  tx: Transaction,
  { id, email, name, role }: UserRecord,
  sessionId: string,
): Promise<UserPrincipal> {
  const teamIds = await tx.users.teamsOf(id);
  return { kind: 'user', id, email, name, role, teamIds, sessionId };
}

function originOf({ requestId, address }: Device): Pick<Caller, 'requestId' | 'address'> {
  return { requestId, address };
}
