import type { components } from '@klaxon/sdk';

export type Scope = components['schemas']['Scope'];

const WORDS: Readonly<Record<Scope, string>> = {
  'incidents:read': 'See incidents and what happened to them.',
  'incidents:write': 'Open, acknowledge, resolve and edit incidents.',
  'alerts:read': 'See alerts, rejected ones too.',
  'alerts:write': 'Send alerts.',
  'metrics:read': 'See how incidents went.',
  'status:read': 'See what is wrong with Klaxon itself.',
  'notifications:read': 'See who was told of what.',
  'notifications:write': 'Send a message again.',
  'channels:read': 'See channels and what they hear.',
  'channels:write': 'Set up channels and rules.',
  'people:read': 'See people, teams and services.',
  'people:write': 'Invite people, and set up teams and services.',
  'keys:read': 'See API keys and integrations.',
  'keys:write': 'Make and revoke API keys and integrations.',
  'audit:read': 'See who changed what in Klaxon itself.',
};

export function isScope(text: string): text is Scope {
  return Object.hasOwn(WORDS, text);
}

/** Every scope that a key can have, and what it lets do. */
export const SCOPES: readonly { readonly scope: Scope; readonly help: string }[] = Object.entries(
  WORDS,
).flatMap(([scope, help]) => (isScope(scope) ? [{ scope, help }] : []));
