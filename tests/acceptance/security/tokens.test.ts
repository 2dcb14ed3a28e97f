import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parseSecretKeys, secretBox } from '@klaxon/adapters';
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import pg from 'pg';
import { type Caller, NOBODY, PASSWORD, SecuredKlaxon } from '../../support/secured-klaxon.ts';

const EMAIL = 'ada@example.org';

let klaxon: SecuredKlaxon;
let client: pg.Client;
let ada: Caller & { readonly id: string };
let token: string;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start();
  client = new pg.Client({ connectionString: klaxon.database.url });
  await client.connect();
  ada = await klaxon.invite(EMAIL, 'admin');
});

afterAll(async () => {
  await client?.end();
  await klaxon?.stop();
});

beforeEach(async () => {
  token = await tokenOf(EMAIL);
});

async function tokenOf(email: string): Promise<string> {
  const wish = { email, password: PASSWORD };
  return (await klaxon.get(NOBODY, 'POST', '/api/auth/token', wish)).access_token;
}

const bearer = (secret: string): Caller => ({ headers: { authorization: `Bearer ${secret}` } });
const cookie = (secret: string): Caller => ({
  headers: { cookie: `klaxon_session=${secret}`, origin: klaxon.server.url },
});
const cookieValue = ({ headers }: Caller) => (headers['cookie'] ?? '').replace(/^[^=]*=/, '');

/** How a read, a change and the own account are answered. */
async function answersTo(caller: Caller): Promise<readonly number[]> {
  const asked = [
    await klaxon.ask(caller, 'GET', '/api/users'),
    await klaxon.ask(caller, 'POST', '/api/teams', {}),
    await klaxon.ask(caller, 'GET', '/api/me'),
  ];
  return asked.map(({ status }) => status);
}

const LET_IN = [200, 400, 200];
const REFUSED = [401, 401, 401];

/** Signs what the server never would, with the server's own key. */
async function signed(
  change: (claims: JWTPayload) => JWTPayload,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { kid = '' } = decodeProtectedHeader(token);
  const { rows } = await client.query<{ key_id: string; private_key: Buffer }>(
    'SELECT key_id, private_key FROM signing_keys WHERE kid = $1',
    [kid],
  );
  const [row] = rows;
  if (!row) throw new Error(`no signing key ${kid}`);
  const box = secretBox(parseSecretKeys(klaxon.env['SECRET_KEY'] ?? ''));
  const jwk = JSON.parse(box.open({ keyId: row.key_id, bytes: row.private_key }, kid));
  return new SignJWT(change(decodeJwt(token)))
    .setProtectedHeader({ alg: 'EdDSA', kid, ...header })
    .sign(await importJWK(jwk, 'EdDSA'), { crit: { beyond: true } });
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = () => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return { header, payload, signature };
};

describe('an access token', () => {
  test('is let in, and others can verify it by the published keys', async () => {
    expect(await answersTo(bearer(token))).toEqual(LET_IN);
    const keys = await klaxon.get(NOBODY, 'GET', '/.well-known/jwks.json');
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(keys), {
      algorithms: ['EdDSA'],
      audience: 'klaxon',
      issuer: 'klaxon',
    });
    expect(payload.sub).toBe(ada.id);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900);
    expect(protectedHeader.kid).toMatch(/./);
    expect(JSON.stringify(keys)).not.toMatch(/"d":/);
  });

  test('that is put together again with the same claims is as good: the cases below are refused for what they change', async () => {
    expect(await answersTo(bearer(await signed((claims) => claims)))).toEqual(LET_IN);
  });

  test.each<[string, (claims: JWTPayload) => JWTPayload, Record<string, unknown>]>([
    ['has expired', (claims) => ({ ...claims, exp: (claims.iat ?? 0) - 1 }), {}],
    ['has no end', ({ exp: _, ...claims }) => claims, {}],
    ['has no beginning', ({ iat: _, ...claims }) => claims, {}],
    ['is not good yet', (claims) => ({ ...claims, nbf: (claims.exp ?? 0) + 60 }), {}],
    ['is by another issuer', (claims) => ({ ...claims, iss: 'https://evil.example.org' }), {}],
    ['is for another audience', (claims) => ({ ...claims, aud: 'grafana' }), {}],
    ['is for nobody in particular', ({ aud: _, ...claims }) => claims, {}],
    ['is of nobody', ({ sub: _, ...claims }) => claims, {}],
    [
      'is of somebody else than its session',
      (claims) => ({ ...claims, sub: claims.jti ?? 'x' }),
      {},
    ],
    ['is of no session', ({ sid: _, ...claims }) => claims, {}],
    ['is of a session that is no id', (claims) => ({ ...claims, sid: `' OR 1=1 --` }), {}],
    ['is of a session that is not there', (claims) => ({ ...claims, sid: claims.sub }), {}],
    ['is of a key that is not there', (claims) => claims, { kid: 'unknown' }],
    ['is of a key out of a file', (claims) => claims, { kid: '../../../dev/null' }],
    ['names no key', (claims) => claims, { kid: undefined }],
    ['asks for what nobody knows', (claims) => claims, { crit: ['beyond'], beyond: 1 }],
  ])('that %s is refused', async (_case, change, header) => {
    const forged = await signed(change, header).catch(() => null);
    if (forged === null) throw new Error('the case could not be made');
    expect(await answersTo(bearer(forged))).toEqual(REFUSED);
  });

  test('that was changed is refused', async () => {
    const { header, payload, signature } = parts();
    const claims = decodeJwt(token);
    const admin = base64({ ...claims, role: 'admin', sub: claims.sid });
    const other = signature.startsWith('A') ? 'B' : 'A';
    for (const forged of [
      `${header}.${admin}.${signature}`,
      `${header}.${payload}.${other}${signature.slice(1)}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      `${base64({ ...decodeProtectedHeader(token), typ: 'x' })}.${payload}.${signature}`,
      `${token}.`,
      '..',
      'null',
    ])
      expect([forged, await answersTo(bearer(forged))]).toEqual([forged, REFUSED]);
  });

  test.each(['none', 'None', 'NONE', ''])(
    'whose algorithm is %j is refused, with and without a signature',
    async (alg) => {
      const { payload, signature } = parts();
      const header = base64({ ...decodeProtectedHeader(token), alg });
      for (const end of ['', signature])
        expect(await answersTo(bearer(`${header}.${payload}.${end}`))).toEqual(REFUSED);
    },
  );

  test('whose public key was used as a password is refused', async () => {
    const { keys } = await klaxon.get(NOBODY, 'GET', '/.well-known/jwks.json');
    const { kid } = decodeProtectedHeader(token);
    const jwk = keys.find((key: { kid: string }) => key.kid === kid);
    const key = await importJWK(jwk, 'EdDSA');
    if (key instanceof Uint8Array) throw new TypeError('a key pair was expected');
    for (const secret of [
      new TextEncoder().encode(await exportSPKI(key)),
      new TextEncoder().encode(JSON.stringify(jwk)),
      Buffer.from(jwk.x, 'base64url'),
      new TextEncoder().encode(jwk.x),
    ]) {
      const forged = await new SignJWT(decodeJwt(token))
        .setProtectedHeader({ alg: 'HS256', ...(kid && { kid }) })
        .sign(secret);
      expect(await answersTo(bearer(forged))).toEqual(REFUSED);
    }
  });

  test('that brings its own key is refused', async () => {
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const jwk = await exportJWK(pair.publicKey);
    const { kid } = decodeProtectedHeader(token);
    for (const header of [
      { alg: 'EdDSA', jwk, ...(kid && { kid }) },
      { alg: 'EdDSA', jwk },
      { alg: 'EdDSA', jku: 'https://evil.example.org/jwks.json', kid: 'evil' },
    ]) {
      const forged = await new SignJWT(decodeJwt(token))
        .setProtectedHeader(header)
        .sign(pair.privateKey);
      expect(await answersTo(bearer(forged))).toEqual(REFUSED);
    }
  });

  test('ends with its session: where that has expired, and where its owner ended it', async () => {
    const { sid = '' } = decodeJwt<{ sid: string }>(token);
    await client.query('UPDATE sessions SET expires_at = now() WHERE id = $1', [sid]);
    expect(await answersTo(bearer(token))).toEqual(REFUSED);

    const second = await tokenOf(EMAIL);
    const { sid: other } = decodeJwt<{ sid: string }>(second);
    await klaxon.get(ada, 'DELETE', `/api/me/sessions/${other}`);
    expect(await answersTo(bearer(second))).toEqual(REFUSED);
  });

  test('ends with its owner, and comes to nothing when they come back', async () => {
    const bob = await klaxon.invite('bob@example.org', 'viewer');
    const theirs = await tokenOf('bob@example.org');
    expect((await klaxon.ask(bearer(theirs), 'GET', '/api/users')).status).toBe(200);
    await klaxon.get(klaxon.admin, 'POST', `/api/users/${bob.id}/deactivate`);
    expect(await answersTo(bearer(theirs))).toEqual(REFUSED);
    const refused = await klaxon.ask(NOBODY, 'POST', '/api/auth/token', {
      email: 'bob@example.org',
      password: PASSWORD,
    });
    expect(refused.status).toBe(401);
    await klaxon.get(klaxon.admin, 'POST', `/api/users/${bob.id}/reactivate`);
    expect(await answersTo(bearer(theirs))).toEqual(REFUSED);
  });

  test('does not make the next one', async () => {
    const again = await klaxon.ask(bearer(token), 'POST', '/api/auth/token', {});
    expect(again.status).toBe(400);
  });

  test('counts before a cookie: a wrong one is not mended by a good session', async () => {
    const headers = { ...ada.headers, ...bearer('wrong').headers };
    expect(await answersTo({ headers })).toEqual(REFUSED);
  });
});

describe('what proves somebody in one place proves nobody in another', () => {
  test('a session as bearer token, and a token as session', async () => {
    expect(await answersTo(ada)).toEqual(LET_IN);
    for (const caller of [bearer(cookieValue(ada)), cookie(token)])
      expect(await answersTo(caller)).toEqual(REFUSED);
  });

  test('a key as session, and the id or hash of anything', async () => {
    const key = (await klaxon.apiKey('machine', ['people:read'])).headers['x-api-key'] ?? '';
    expect((await klaxon.ask(bearer(key), 'GET', '/api/users')).status).toBe(200);
    const { rows } = await client.query<{ id: string; hash: Buffer }>(
      `SELECT id, token_hash AS hash FROM sessions WHERE token_hash IS NOT NULL
       UNION SELECT id, secret_hash FROM api_keys`,
    );
    const known = rows.flatMap(({ id, hash }) => [
      id,
      hash.toString('hex'),
      hash.toString('base64url'),
    ]);
    for (const secret of [key, ...known])
      expect([secret, await answersTo(cookie(secret))]).toEqual([secret, REFUSED]);
    for (const secret of [...known, key.slice(0, 12), `${key}x`, key.toUpperCase(), 'klx_', 'kli_'])
      expect([secret, await answersTo(bearer(secret))]).toEqual([secret, REFUSED]);
  });

  test('a key that has expired, or was revoked', async () => {
    const made = await klaxon.get(klaxon.admin, 'POST', '/api/api-keys', {
      name: 'short',
      scopes: ['people:read'],
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    });
    await client.query(`UPDATE api_keys SET expires_at = now() WHERE id = $1`, [made.id]);
    expect((await klaxon.ask(bearer(made.key), 'GET', '/api/users')).status).toBe(401);

    const { id, key } = await klaxon.get(klaxon.admin, 'POST', '/api/api-keys', {
      name: 'gone',
      scopes: ['people:read'],
    });
    await klaxon.get(klaxon.admin, 'DELETE', `/api/api-keys/${id}`);
    expect((await klaxon.ask(bearer(key), 'GET', '/api/users')).status).toBe(401);
  });

  test('nothing of it stands in the database as it is', async () => {
    const { key } = await klaxon.get(klaxon.admin, 'POST', '/api/api-keys', {
      name: 'hidden',
      scopes: ['people:read'],
    });
    const { rows } = await client.query<{ all: string }>(
      `SELECT concat((SELECT json_agg(s) FROM sessions s), (SELECT json_agg(k) FROM api_keys k),
         (SELECT json_agg(a) FROM audit_entries a), (SELECT json_agg(u) FROM users u)) AS all`,
    );
    const all = rows[0]?.all ?? '';
    for (const secret of [key, token, cookieValue(ada), PASSWORD]) {
      expect(secret).not.toBe('');
      expect(all).not.toContain(secret);
    }
  });
});
