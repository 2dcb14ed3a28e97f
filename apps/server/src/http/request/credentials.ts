import type { Credentials } from '@klaxon/application';
import type { FastifyRequest } from 'fastify';

/** Host-bound where the address is HTTPS: no other site of the domain can set it. */
export const SESSION_COOKIES = ['__Host-klaxon_session', 'klaxon_session'] as const;

/** A header says more than a cookie, which browsers add by themselves; a key in the path, as much as one in a header. */
export function readCredentials(request: FastifyRequest): Credentials {
  const { headers, params } = request;
  const { authorization } = headers;
  if (authorization !== undefined) return readAuthorization(authorization);
  const header = headers['x-api-key'];
  if (typeof header === 'string') return { kind: 'secret', secret: header };
  if (typeof params === 'object' && params !== null && 'key' in params)
    return { kind: 'secret', secret: String(params.key) };
  for (const name of SESSION_COOKIES) {
    const secret = readCookie(headers.cookie, name);
    if (secret !== null) return { kind: 'cookie', secret };
  }
  return { kind: 'none' };
}

/** The user name of basic authentication does not matter: the password is the key. */
function readAuthorization(authorization: string): Credentials {
  const [scheme = '', value = ''] = authorization.split(/ +/, 2);
  if (/^bearer$/i.test(scheme)) return { kind: 'secret', secret: value };
  if (!/^basic$/i.test(scheme)) return { kind: 'secret', secret: '' };
  const text = Buffer.from(value, 'base64').toString('utf8');
  return { kind: 'secret', secret: text.slice(text.indexOf(':') + 1) };
}

function readCookie(header: string | undefined, name: string): string | null {
  const pair = header?.split(/; */).find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? null;
}
