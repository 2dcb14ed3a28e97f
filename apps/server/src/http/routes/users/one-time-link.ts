import type { OneTimeLink } from '@klaxon/application';
import type { InvitationLink } from '@klaxon/contracts';
import type { FastifyRequest } from 'fastify';
import { presentTime } from '../../presenters/time.ts';

/**
 * Where somebody sets their password. The token stands after the `#`: browsers send that to nobody, so it
 * reaches no log. Without a public address it leads to where the admin is.
 */
export function presentLink(
  { token, expiresAt }: OneTimeLink,
  publicUrl: string | null,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): InvitationLink {
  const base = publicUrl ?? `${protocol}://${host}`;
  return { link: `${base}/welcome#token=${token}`, expires_at: presentTime(expiresAt) };
}
