import { networkOf } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';
import { addressOf } from './address-of.ts';

/** Whoever proved who they are counts as themselves, wherever they are; everybody else by address. */
export function callerKey(request: FastifyRequest): string {
  const { principal } = request;
  if (principal.kind === 'user' || principal.kind === 'api-key')
    return `${principal.kind}:${principal.id}`;
  return `address:${networkOf(addressOf(request))}`;
}
