import type { Role } from './role.ts';

interface ActionRule {
  /** The least role of a person who may do it. */
  readonly role: Role;
  /**
   * Whether it counts whose it is: a responder, and the key of a team, may do it only to what belongs to one
   * of their teams, or to no team.
   */
  readonly owned?: true;
  /** Whether it is about the person who asks: no machine has a profile. */
  readonly personal?: true;
  /** What it lets do, for people who choose the scopes of a key. */
  readonly summary: string;
}

/** Everything that can be done in Klaxon, and who may. The names are the scopes of API keys. */
export const ACTIONS = {
  'incidents:read': { role: 'viewer', summary: 'See incidents and what happened to them.' },
  'incidents:write': {
    role: 'responder',
    owned: true,
    summary: 'Open, acknowledge, resolve and edit incidents.',
  },
  'alerts:read': { role: 'viewer', summary: 'See alerts, rejected ones too.' },
  'alerts:write': { role: 'responder', owned: true, summary: 'Send alerts.' },
  'metrics:read': { role: 'viewer', summary: 'See how incidents went.' },
  'notifications:read': { role: 'viewer', summary: 'See who was told of what.' },
  'notifications:write': { role: 'responder', owned: true, summary: 'Send a message again.' },
  'channels:read': { role: 'viewer', summary: 'See channels and what they hear.' },
  'channels:write': { role: 'admin', summary: 'Set up channels and rules.' },
  'people:read': { role: 'viewer', summary: 'See people, teams and services.' },
  'people:write': {
    role: 'admin',
    owned: true,
    summary: 'Invite people, and set up teams and services.',
  },
  'keys:read': { role: 'admin', summary: 'See API keys and integrations.' },
  'keys:write': {
    role: 'admin',
    owned: true,
    summary: 'Make and revoke API keys and integrations.',
  },
  'audit:read': { role: 'admin', summary: 'See who changed what in Klaxon itself.' },
  'status:read': { role: 'viewer', summary: 'See what is wrong with Klaxon itself.' },
  'profile:read': { role: 'viewer', personal: true, summary: 'See the own account and sessions.' },
  'profile:write': { role: 'viewer', personal: true, summary: 'Change the own account.' },
} as const satisfies Record<string, ActionRule>;

export type Action = keyof typeof ACTIONS;

export function actionRule(action: Action): ActionRule {
  return ACTIONS[action];
}

export function isAction(name: string): name is Action {
  return Object.hasOwn(ACTIONS, name);
}

export const ALL_ACTIONS: readonly Action[] = Object.keys(ACTIONS).filter(isAction);

/** What a key of a machine can be good for. */
export const GRANTABLE_ACTIONS: readonly Action[] = ALL_ACTIONS.filter(
  (action) => !actionRule(action).personal,
);
