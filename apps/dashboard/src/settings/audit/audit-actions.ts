/** What leaves a line, as the API names it, in the order of who and what it is about. */
const ACTIONS = {
  'user.invited': 'Person invited',
  'user.edited': 'Person edited',
  'user.deactivated': 'Person deactivated',
  'user.reactivated': 'Person reactivated',
  'user.invitation_renewed': 'New link made',
  'user.invitation_accepted': 'Link used',
  'user.created_admin': 'Admin made by command',
  'user.password_changed': 'Password changed',
  'team.created': 'Team added',
  'team.edited': 'Team edited',
  'team.deleted': 'Team deleted',
  'service.created': 'Service added',
  'service.edited': 'Service edited',
  'service.deleted': 'Service deleted',
  'session.signed_in': 'Signed in',
  'session.sign_in_failed': 'Sign-in failed',
  'session.signed_out': 'Signed out',
  'session.revoked': 'Session ended',
  'session.token_created': 'Access token made',
  'api_key.created': 'API key made',
  'api_key.revoked': 'API key revoked',
  'integration.created': 'Integration added',
  'integration.edited': 'Integration edited',
  'integration.deleted': 'Integration deleted',
  'integration.key_rotated': 'Integration given a new key',
  'channel.created': 'Channel added',
  'channel.edited': 'Channel edited',
  'channel.deleted': 'Channel deleted',
  'channel.tested': 'Channel tested',
  'rule.created': 'Rule added',
  'rule.edited': 'Rule edited',
  'rule.deleted': 'Rule deleted',
  'notification.resent': 'Message sent again',
  'secrets.rotated': 'Secrets sealed again',
} as const;

export const AUDIT_ACTIONS: readonly { readonly value: string; readonly label: string }[] =
  Object.entries(ACTIONS).map(([value, label]) => ({ value, label }));

/** What was done, in words; as the API names it where there are none. */
export function describeAction(action: string): string {
  return AUDIT_ACTIONS.find(({ value }) => value === action)?.label ?? action;
}
