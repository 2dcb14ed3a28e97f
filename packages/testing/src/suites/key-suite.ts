import { describe, expect, test } from '@jest/globals';
import type { Transaction } from '@klaxon/application';
import { HOUR, MINUTE } from '@klaxon/domain';
import { apiKeyRecord, integrationKeyRecord, integrationRecord } from '../builders/key-record.ts';
import { teamRecord, userRecord } from '../builders/user-record.ts';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';
import { eachTestWith, type StoreSubject } from './store-subject.ts';

const ADA = userRecord();
const SHOP = teamRecord();
const hashOf = (byte: number) => new Uint8Array(32).fill(byte);
const NO_SUCH_TEAM = { kind: 'invalid', faults: [{ path: 'team_id' }] };
const NOT_FOUND = { kind: 'not-found' };

const API_KEY = apiKeyRecord({
  scopes: ['incidents:read', 'incidents:write'],
  teamId: SHOP.id,
  createdById: ADA.id,
  expiresAt: START + HOUR,
});
const INTEGRATION = integrationRecord({ service: 'shop', teamId: SHOP.id });
const KEY = integrationKeyRecord();
const NEWER = integrationKeyRecord({
  id: idOf(3_201),
  secretHash: hashOf(33),
  createdAt: START + MINUTE,
});

/** What every store of API keys and integrations promises. The factory gives fresh, empty stores for each test. */
export function describeKeys(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`API keys and integrations: ${name}`, () => {
    const tools = eachTestWith(makeSubject);
    const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
      tools().subject.unitOfWork.run(work);
    const refused = (error: object, work: (tx: Transaction) => Promise<unknown>) =>
      expect(run(work)).rejects.toMatchObject(error);
    const lists = () => tools().subject.keyQueries;
    const access = () => tools().subject.accessQueries;
    const begin = () =>
      run(async (tx) => {
        await tx.users.insert(ADA);
        await tx.teams.insert(SHOP);
        await tx.apiKeys.insert(API_KEY);
        await tx.integrations.insert(INTEGRATION);
        await tx.integrations.addKey(KEY);
      });

    test('an API key is kept as given, and shown without what it opens with', async () => {
      await begin();
      expect(await run((tx) => tx.apiKeys.get(API_KEY.id))).toEqual(API_KEY);
      const { secretHash: _, ...shown } = API_KEY;
      expect(await lists().apiKeys()).toEqual([shown]);
    });

    test('an API key is found by its hash alone', async () => {
      await begin();
      expect(await access().apiKey(API_KEY.secretHash)).toEqual({
        kind: 'api-key',
        id: API_KEY.id,
        name: 'Terraform',
        scopes: ['incidents:read', 'incidents:write'],
        teamId: SHOP.id,
        keyId: API_KEY.id,
        expiresAt: START + HOUR,
        lastUsedAt: null,
      });
      expect(await access().apiKey(KEY.secretHash)).toBeNull();
      expect(await access().apiKey(hashOf(99))).toBeNull();
    });

    test('an API key that was revoked opens nothing, and cannot be revoked again', async () => {
      await begin();
      await run((tx) => tx.apiKeys.delete(API_KEY.id));
      expect(await access().apiKey(API_KEY.secretHash)).toBeNull();
      await refused(NOT_FOUND, (tx) => tx.apiKeys.delete(API_KEY.id));
      await refused(NOT_FOUND, (tx) => tx.apiKeys.get(API_KEY.id));
    });

    test('an integration is found by the hash of each of its keys', async () => {
      await begin();
      await run((tx) => tx.integrations.addKey(NEWER));
      const found = {
        kind: 'integration',
        id: INTEGRATION.id,
        name: 'Prometheus of the shop',
        service: 'shop',
        teamId: SHOP.id,
        expiresAt: null,
        lastUsedAt: null,
      };
      expect(await access().integrationKey(hashOf(32))).toEqual({ ...found, keyId: KEY.id });
      expect(await access().integrationKey(hashOf(33))).toEqual({ ...found, keyId: NEWER.id });
      expect(await access().integrationKey(API_KEY.secretHash)).toBeNull();
    });

    test('an integration is shown with its keys, newest first, without what they open with', async () => {
      await begin();
      await run((tx) => tx.integrations.addKey(NEWER));
      const [newer, key] = [NEWER, KEY].map(({ secretHash, integrationId, ...shown }) => shown);
      const view = { ...INTEGRATION, keys: [newer, key] };
      expect(await lists().integration(INTEGRATION.id)).toEqual(view);
      expect(await lists().integrations()).toEqual([view]);
      await expect(lists().integration(idOf(3_999))).rejects.toMatchObject(NOT_FOUND);
    });

    test('lists are by name', async () => {
      await begin();
      const another = { id: idOf(3_001), name: 'Backups' };
      await run(async (tx) => {
        await tx.apiKeys.insert(apiKeyRecord({ ...another, secretHash: hashOf(40) }));
        await tx.integrations.insert(integrationRecord(another));
      });
      const names = (items: readonly { readonly name: string }[]) => items.map((one) => one.name);
      expect(names(await lists().apiKeys())).toEqual(['Backups', 'Terraform']);
      expect(names(await lists().integrations())).toEqual(['Backups', 'Prometheus of the shop']);
    });

    test('an edited integration speaks for its keys as it is now', async () => {
      await begin();
      const edited = { ...INTEGRATION, name: 'Mimir', service: null, teamId: null };
      const updatedAt = START + MINUTE;
      await run((tx) => tx.integrations.update({ ...edited, createdAt: 0, updatedAt }));
      expect(await run((tx) => tx.integrations.get(INTEGRATION.id))).toEqual({
        ...edited,
        updatedAt,
      });
      expect(await access().integrationKey(KEY.secretHash)).toMatchObject({
        name: 'Mimir',
        service: null,
        teamId: null,
      });
    });

    test('a deleted integration takes its keys with it', async () => {
      await begin();
      await run((tx) => tx.integrations.delete(INTEGRATION.id));
      expect(await access().integrationKey(KEY.secretHash)).toBeNull();
      await refused(NOT_FOUND, (tx) => tx.integrations.get(INTEGRATION.id));
      await refused(NOT_FOUND, (tx) => tx.integrations.delete(INTEGRATION.id));
    });

    test('keys end at the time that is set, and those that end before keep theirs', async () => {
      await begin();
      const ending = { ...NEWER, expiresAt: START + MINUTE };
      const other = integrationRecord({ id: idOf(3_101), name: 'Other' });
      const ofOther = { ...KEY, id: idOf(3_202), integrationId: other.id, secretHash: hashOf(34) };
      await run(async (tx) => {
        await tx.integrations.addKey(ending);
        await tx.integrations.insert(other);
        await tx.integrations.addKey(ofOther);
        await tx.integrations.expireKeys(INTEGRATION.id, START + HOUR);
      });
      const ends = async (hash: Uint8Array) => (await access().integrationKey(hash))?.expiresAt;
      expect(await ends(KEY.secretHash)).toBe(START + HOUR);
      expect(await ends(ending.secretHash)).toBe(START + MINUTE);
      expect(await ends(ofOther.secretHash)).toBeNull();
    });

    test('the last use is kept of the key that was used', async () => {
      await begin();
      await run((tx) => tx.integrations.addKey(NEWER));
      await access().touchApiKey(API_KEY.id, START + MINUTE);
      await access().touchIntegrationKey(NEWER.id, START + HOUR);
      await access().touchApiKey(idOf(3_999), START);
      const used = async (hash: Uint8Array) => (await access().integrationKey(hash))?.lastUsedAt;
      expect((await lists().apiKeys())[0]?.lastUsedAt).toBe(START + MINUTE);
      expect([await used(NEWER.secretHash), await used(KEY.secretHash)]).toEqual([
        START + HOUR,
        null,
      ]);
    });

    test('names are given once', async () => {
      await begin();
      const taken = { kind: 'conflict' };
      const apiKey = apiKeyRecord({ id: idOf(3_001), secretHash: hashOf(40) });
      const other = integrationRecord({ id: idOf(3_101), name: 'Other' });
      await run((tx) => tx.integrations.insert(other));
      await refused(taken, (tx) => tx.apiKeys.insert(apiKey));
      await refused(taken, (tx) => tx.integrations.insert({ ...INTEGRATION, id: idOf(3_102) }));
      await refused(taken, (tx) => tx.integrations.update({ ...other, name: INTEGRATION.name }));
    });

    test('a team that is not there is refused by name of the field', async () => {
      await begin();
      const lost = { teamId: idOf(1_199), name: 'Lost' };
      const apiKey = apiKeyRecord({ ...lost, id: idOf(3_001), secretHash: hashOf(40) });
      const integration = integrationRecord({ ...lost, id: idOf(3_101) });
      await refused(NO_SUCH_TEAM, (tx) => tx.apiKeys.insert(apiKey));
      await refused(NO_SUCH_TEAM, (tx) => tx.integrations.insert(integration));
      await refused(NO_SUCH_TEAM, (tx) => tx.integrations.update({ ...INTEGRATION, ...lost }));
    });
  });
}
