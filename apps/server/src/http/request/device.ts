import type { Device } from '@klaxon/application';
import type { FastifyRequest } from 'fastify';
import { addressOf } from './address-of.ts';

export function deviceOf(request: FastifyRequest): Device {
  const { headers, id } = request;
  const address = addressOf(request).slice(0, 64);
  return { userAgent: headers['user-agent'] ?? null, address, requestId: id };
}
