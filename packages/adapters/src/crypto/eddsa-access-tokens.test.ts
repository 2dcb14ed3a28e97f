import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock, SigningKeyRecord, SigningKeys } from '@klaxon/application';
import { MINUTE, SECOND } from '@klaxon/domain';
import { MovableClock, SequentialIds } from '@klaxon/testing';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { eddsaAccessTokens } from './eddsa-access-tokens.ts';
import { secretBox } from './secret-box.ts';
import type { SecretKey } from './secret-key.ts';

const KEY: SecretKey = { id: 'one', material: Buffer.alloc(32, 1) };
const OTHER_KEY: SecretKey = { id: 'two', material: Buffer.alloc(32, 2) };
const DAY = 24 * 60 * MINUTE;

let clock: MovableClock;
let ids: SequentialIds;
let rows: SigningKeyRecord[];
let reads: number;

const keys: SigningKeys = {
  list: async () => {
    reads += 1;
    return [...rows];
  },
  add: async (make, forgetBefore) => {
    const key = await make(rows);
    if (key) rows = [key, ...rows.filter(({ retiresAt }) => retiresAt >= forgetBefore)];
  },
};

beforeEach(() => {
  clock = new MovableClock();
  ids = new SequentialIds();
  rows = [];
  reads = 0;
});

const process = (issuer = 'https://klaxon.example.org', key = KEY) =>
  eddsaAccessTokens({ keys, box: secretBox([key]), clock, ids, issuer });
const claims = (at: Clock = clock) => ({
  userId: 'user-1',
  sessionId: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
  issuedAt: at.now(),
  expiresAt: at.now() + 15 * MINUTE,
});
const part = (token: string, index: number) =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString());

describe('access tokens', () => {
  test('say whose they are, to whoever shares the keys', async () => {
    const token = await process().issue(claims());
    expect(part(token, 0)).toEqual({ alg: 'EdDSA', kid: rows[0]?.kid });
    expect(part(token, 1)).toMatchObject({
      sub: 'user-1',
      sid: '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10',
      aud: 'klaxon',
    });
    const { issuedAt: _, ...said } = claims();
    expect(await process().verify(token)).toEqual(said);
  });

  test('end when they expire', async () => {
    const tokens = process();
    const token = await tokens.issue(claims());
    clock.advance(15 * MINUTE - SECOND);
    expect(await tokens.verify(token)).not.toBeNull();
    clock.advance(SECOND);
    expect(await tokens.verify(token)).toBeNull();
  });

  test('are worth nothing when tampered with, of another issuer, or no token at all', async () => {
    const tokens = process();
    const [head, , signature] = (await tokens.issue(claims())).split('.');
    const body = Buffer.from(
      JSON.stringify({ ...part(await tokens.issue(claims()), 1), sub: 'root' }),
    );
    expect(await tokens.verify(`${head}.${body.toString('base64url')}.${signature}`)).toBeNull();
    expect(await tokens.verify(await process('https://other.org').issue(claims()))).toBeNull();
    for (const text of ['', 'a.b.c', '..', 'x'.repeat(10_000)])
      expect(await tokens.verify(text)).toBeNull();
  });

  test('are worth nothing under another algorithm', async () => {
    const tokens = process();
    const body = part(await tokens.issue(claims()), 1);
    const publicJwk = rows[0]?.publicJwk ?? {};
    const kid = rows[0]?.kid ?? '';
    expect(await tokens.verify(new UnsecuredJWT(body).encode())).toBeNull();
    for (const secret of [JSON.stringify(publicJwk), String(publicJwk['x'])]) {
      const forged = await new SignJWT(body)
        .setProtectedHeader({ alg: 'HS256', kid })
        .sign(new TextEncoder().encode(secret));
      expect(await tokens.verify(forged)).toBeNull();
    }
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = await new SignJWT(body)
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .sign(privateKey);
    expect(await tokens.verify(forged)).toBeNull();
  });

  test('with an unknown key cost one read a second, and one made elsewhere is found', async () => {
    const [here, there] = [process(), process()];
    await here.issue(claims());
    const { privateKey } = await generateKeyPair('EdDSA');
    const unknown = await new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA', kid: 'no' })
      .sign(privateKey);
    reads = 0;
    for (let attempt = 0; attempt < 5; attempt += 1) await here.verify(unknown);
    expect(reads).toBe(0);
    clock.advance(SECOND);
    for (let attempt = 0; attempt < 5; attempt += 1) await here.verify(unknown);
    expect(reads).toBe(1);
    rows = [];
    const token = await there.issue(claims());
    clock.advance(SECOND);
    expect(await here.verify(token)).not.toBeNull();
  });

  test('are signed by a new key after a month; what the old one signed stays good', async () => {
    const tokens = process();
    clock.advance(0);
    await tokens.issue(claims());
    clock.advance(30 * DAY - MINUTE);
    const last = await tokens.issue(claims());
    clock.advance(MINUTE);
    const next = await tokens.issue(claims());
    expect(part(next, 0).kid).not.toBe(part(last, 0).kid);
    expect(await tokens.verify(last)).not.toBeNull();
    expect(await tokens.publicKeys()).toHaveLength(2);
  });

  test('are signed by a new key where SECRET_KEY has changed', async () => {
    await process().issue(claims());
    const changed = process('https://klaxon.example.org', OTHER_KEY);
    expect(await changed.verify(await changed.issue(claims()))).not.toBeNull();
    expect(rows).toHaveLength(2);
  });

  test('can be verified by others, who see nothing that signs', async () => {
    const [key] = await process().publicKeys();
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' });
    expect(key).not.toHaveProperty('d');
  });
});
