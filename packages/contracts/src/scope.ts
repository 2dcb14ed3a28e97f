/** The scopes that a key can have: the names of the domain's actions, a test holds the two together. */
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
] as const;
