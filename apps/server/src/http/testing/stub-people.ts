import type { PeopleUseCases, ServiceView, TeamView, UserView } from '@klaxon/application';

const NOON = Date.parse('2026-11-23T12:00:00.000Z');
const TIMES = { createdAt: NOON, updatedAt: NOON };

export const teamView: TeamView = {
  id: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7f02',
  name: 'Payments',
  memberIds: ['0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7f01'],
  ...TIMES,
};

export const userView: UserView = {
  id: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7f01',
  email: 'ada@example.org',
  name: 'Ada',
  role: 'responder',
  teamIds: [teamView.id],
  canSignIn: true,
  invitationExpiresAt: null,
  deactivatedAt: null,
  ...TIMES,
};

export const serviceView: ServiceView = {
  id: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7f03',
  name: 'checkout',
  teamId: teamView.id,
  teamName: teamView.name,
  ...TIMES,
};

const oneTimeLink = { token: 'one-time-token', expiresAt: NOON };

/** Find the one user, team and service above, and change nothing. */
export const stubPeople: PeopleUseCases = {
  queries: {
    users: async () => ({ items: [userView], total: 1 }),
    user: async () => userView,
    names: async () => new Map([[userView.id, userView.name]]),
    teams: async () => [teamView],
    team: async () => teamView,
    services: async () => ({ items: [serviceView], total: 1 }),
    service: async () => serviceView,
  },
  inviteUser: async () => ({ userId: userView.id, link: oneTimeLink }),
  renewInvitation: async () => oneTimeLink,
  checkInvitation: async () => ({ email: userView.email, name: 'Ada', expiresAt: NOON }),
  acceptInvitation: async () => ({
    secret: 'session-secret',
    marks: ['what-the-browser-is-known-by'],
    session: {
      id: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7f04',
      userId: userView.id,
      kind: 'browser',
      tokenHash: Uint8Array.of(1),
      createdAt: NOON,
      lastSeenAt: NOON,
      expiresAt: NOON,
      userAgent: null,
      address: null,
    },
    principal: {
      kind: 'user',
      id: userView.id,
      email: userView.email,
      name: userView.name,
      role: userView.role,
      teamIds: userView.teamIds,
      sessionId: '0199f3a4-7c1b-7b3e-8a53-5d1f0c9b7f04',
    },
  }),
  editUser: async () => {},
  deactivateUser: async () => {},
  reactivateUser: async () => {},
  createTeam: async () => teamView.id,
  renameTeam: async () => {},
  deleteTeam: async () => {},
  addMember: async () => {},
  removeMember: async () => {},
  createService: async () => serviceView.id,
  editService: async () => {},
  deleteService: async () => {},
};
