/**
 * The scopes that a key can have, with what each lets do: the names and summaries of the domain's
 * actions, a test holds the two together.
 */
export const SCOPES = {
  'incidents:read': 'See incidents and what happened to them.',
  'incidents:write': 'Open, acknowledge, resolve and edit incidents.',
  'alerts:read': 'See alerts, rejected ones too.',
  'alerts:write': 'Send alerts.',
  'metrics:read': 'See how incidents went.',
  'notifications:read': 'See who was told of what.',
  'notifications:write': 'Send a message again.',
  'channels:read': 'See channels and what they hear.',
  'channels:write': 'Set up channels and rules.',
  'people:read': 'See people, teams and services.',
  'people:write': 'Invite people, and set up teams and services.',
  'keys:read': 'See API keys and integrations.',
  'keys:write': 'Make and revoke API keys and integrations.',
  'audit:read': 'See who changed what in Klaxon itself.',
  'status:read': 'See what is wrong with Klaxon itself.',
} as const;

export const GRANTABLE = [
  'incidents:read',
  'incidents:write',
  'alerts:read',
  'alerts:write',
  'metrics:read',
  'notifications:read',
  'notifications:write',
  'channels:read',
  'channels:write',
  'people:read',
  'people:write',
  'keys:read',
  'keys:write',
  'audit:read',
  'status:read',
] as const satisfies readonly (keyof typeof SCOPES)[];
