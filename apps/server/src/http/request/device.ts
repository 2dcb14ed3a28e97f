import type { Device } from '@klaxon/application';
import type { FastifyRequest } from 'fastify';
import { addressOf } from './address-of.ts';
import { readDeviceCookie } from './device-cookie.ts';
import type { CookiePolicy } from './session-cookie.ts';

export function deviceOf(request: FastifyRequest, cookie: CookiePolicy): Device {
  const { headers, id } = request;
  return {
    userAgent: headers['user-agent'] ?? null,
    address: addressOf(request).slice(0, 64),
    requestId: id,
    marks: readDeviceCookie(request, cookie),
  };
}
