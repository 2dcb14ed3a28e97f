import { networkOf } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';

/** Whoever proved who they are counts as themselves, wherever they are; everybody else by address. */
export function callerKey({ principal, ip }: FastifyRequest): string {
  if (principal.kind === 'user' || principal.kind === 'api-key')
    return `${principal.kind}:${principal.id}`;
  return `address:${networkOf(ip)}`;
}
