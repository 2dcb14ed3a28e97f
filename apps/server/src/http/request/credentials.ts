import type { Credentials } from '@klaxon/application';
import type { FastifyRequest } from 'fastify';
import { readLocalCookie } from './local-cookie.ts';
import { type CookiePolicy, readSessionCookie } from './session-cookie.ts';

/**
 * What a request shows of who sent it. A header says more than a cookie, which browsers add by
 * themselves; a key in the path says as much as one in a header.
 */
export function readCredentials(request: FastifyRequest, cookie: CookiePolicy): Credentials {
  const { headers, params } = request;
  const { authorization } = headers;
  if (authorization !== undefined) return readAuthorization(authorization);
  const header = headers['x-api-key'];
  if (typeof header === 'string') return { kind: 'secret', secret: header };
  if (typeof params === 'object' && params !== null && 'key' in params)
    return { kind: 'secret', secret: String(params.key) };
  const secret =
    cookie.mode === 'local' ? readLocalCookie(request) : readSessionCookie(request, cookie);
  return secret === null ? { kind: 'none' } : { kind: 'cookie', secret };
}

/** The user name of basic authentication does not matter: the password is the key. */
function readAuthorization(authorization: string): Credentials {
  const [scheme = '', value = ''] = authorization.split(/ +/, 2);
  if (/^bearer$/i.test(scheme)) return { kind: 'secret', secret: value };
  if (!/^basic$/i.test(scheme)) return { kind: 'secret', secret: '' };
  const text = Buffer.from(value, 'base64').toString('utf8');
  return { kind: 'secret', secret: text.slice(text.indexOf(':') + 1) };
}
