import {
  type AuthenticateDeps,
  makeAuthenticate,
  makeAuthenticateLocally,
  type Owners,
} from './authenticate.ts';

export interface AccessDeps extends AuthenticateDeps {
  /** Whether this is the token of the one at the machine; null where people sign in. */
  readonly isLocalToken: ((secret: string) => boolean) | null;
}

/** Who asks, and whose that is which they ask about. */
export function accessUseCases(deps: AccessDeps) {
  const { queries, isLocalToken } = deps;
  const authenticate = makeAuthenticate(deps);
  const owners: Owners = {
    incident: (id) => queries.ownerOfIncident(id),
    notification: (id) => queries.ownerOfNotification(id),
    service: (name) => queries.ownerOfService(name),
  };
  return {
    authenticate:
      isLocalToken === null ? authenticate : makeAuthenticateLocally(authenticate, isLocalToken),
    owners,
  };
}

export type AccessUseCases = ReturnType<typeof accessUseCases>;
