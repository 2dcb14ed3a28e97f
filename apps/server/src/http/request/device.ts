import type { Device } from '@klaxon/application';
import type { FastifyRequest } from 'fastify';

export function deviceOf({ headers, id, ip }: FastifyRequest): Device {
  return { userAgent: headers['user-agent'] ?? null, address: ip.slice(0, 64), requestId: id };
}
