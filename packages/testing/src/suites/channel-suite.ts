import { describe, expect, test } from '@jest/globals';
import type { ChannelRecord, RuleRecord } from '@klaxon/application';
import { MINUTE } from '@klaxon/domain';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';
import { eachTestWith, type StoreSubject } from './store-subject.ts';

const SEALED = { keyId: '2026', bytes: Uint8Array.of(0, 1, 254, 255) };

function channel(overrides: Partial<ChannelRecord> = {}): ChannelRecord {
  return {
    id: idOf(1),
    name: 'Ops',
    type: 'email',
    enabled: true,
    fallback: false,
    config: { host: 'smtp.example.org', port: 587, username: null, to: ['ops@example.org'] },
    sealed: SEALED,
    createdAt: START,
    updatedAt: START,
    ...overrides,
  };
}

function rule(overrides: Partial<RuleRecord> = {}): RuleRecord {
  return {
    id: idOf(100),
    name: 'The bad ones',
    channelId: idOf(1),
    enabled: true,
    severities: ['critical', 'high'],
    services: null,
    kinds: ['created'],
    matchers: [{ name: 'team', value: 'payments', negated: true }],
    createdAt: START,
    updatedAt: START,
    ...overrides,
  };
}

/** What every store of channels and rules promises. The factory gives fresh, empty stores for each test. */
export function describeChannels(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`channels and rules: ${name}`, () => {
    const tools = eachTestWith(makeSubject);

    const bytesOf = (record: ChannelRecord | undefined) => [...(record?.sealed?.bytes ?? [])];

    test('a channel is kept as it was given, its sealed secrets to the last byte', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      await unitOfWork.run((tx) => tx.channels.insert(channel()));
      const read = await unitOfWork.run((tx) => tx.channels.get(idOf(1)));
      const { sealed, ...rest } = read;
      const { sealed: _, ...given } = channel();
      expect(rest).toEqual(given);
      expect(sealed?.keyId).toBe('2026');
      expect(bytesOf(read)).toEqual([0, 1, 254, 255]);
      const [listed] = await channelQueries.channels();
      expect(listed).toEqual(read);
    });

    test('a channel may have no secrets at all', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      await unitOfWork.run((tx) => tx.channels.insert(channel({ sealed: null })));
      expect(await channelQueries.channels()).toMatchObject([{ sealed: null }]);
    });

    test('a channel of a type that only a newer Klaxon knows is read among the others', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      const newer = channel({
        id: idOf(2),
        name: 'Pager',
        type: 'pager',
        config: { region: 'eu' },
      });
      await unitOfWork.run(async (tx) => {
        await tx.channels.insert(channel());
        await tx.channels.insert(newer);
      });
      const known = { id: idOf(1), type: 'email' };
      const unknown = { id: idOf(2), type: 'pager', config: { region: 'eu' } };
      expect(await channelQueries.channels()).toMatchObject([known, unknown]);
      await unitOfWork.run(async (tx) => {
        expect(await tx.channels.all()).toMatchObject([known, unknown]);
        const read = await tx.channels.get(idOf(2));
        await tx.channels.update({ ...read, name: 'Night shift' });
      });
      const renamed = { ...unknown, name: 'Night shift' };
      expect(await channelQueries.channels()).toMatchObject([known, renamed]);
    });

    test('an update changes everything but id, type and age', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      await unitOfWork.run((tx) => tx.channels.insert(channel()));
      const changed = channel({
        name: 'Night shift',
        enabled: false,
        fallback: true,
        config: { host: 'mail.example.org' },
        sealed: null,
        updatedAt: START + MINUTE,
      });
      await unitOfWork.run((tx) => tx.channels.update(changed));
      expect(await channelQueries.channels()).toEqual([changed]);
    });

    test('two channels cannot have one name, neither at once nor by renaming', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      await unitOfWork.run((tx) => tx.channels.insert(channel()));
      const again = unitOfWork.run((tx) => tx.channels.insert(channel({ id: idOf(2) })));
      await expect(again).rejects.toMatchObject({
        kind: 'conflict',
        message: 'Another channel has this name already.',
      });
      const other = channel({ id: idOf(2), name: 'Other' });
      await unitOfWork.run((tx) => tx.channels.insert(other));
      const renamed = unitOfWork.run((tx) => tx.channels.update({ ...other, name: 'Ops' }));
      await expect(renamed).rejects.toMatchObject({ kind: 'conflict' });
      expect((await channelQueries.channels()).map((one) => one.name)).toEqual(['Ops', 'Other']);
    });

    test('channels are listed oldest first', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      await unitOfWork.run(async (tx) => {
        await tx.channels.insert(channel({ id: idOf(1), name: 'b', createdAt: START + MINUTE }));
        await tx.channels.insert(channel({ id: idOf(2), name: 'a' }));
      });
      expect((await channelQueries.channels()).map((one) => one.name)).toEqual(['a', 'b']);
      const all = await unitOfWork.run((tx) => tx.channels.all());
      expect(all.map((one) => one.id)).toEqual([idOf(1), idOf(2)]);
    });

    test('a channel that is not there is not found', async () => {
      const { unitOfWork } = tools().subject;
      await expect(unitOfWork.run((tx) => tx.channels.get(idOf(9)))).rejects.toMatchObject({
        kind: 'not-found',
      });
    });

    test('a deleted channel is gone, and with it the rules that are deleted of it', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      await unitOfWork.run(async (tx) => {
        await tx.channels.insert(channel());
        await tx.rules.insert(rule());
        await tx.rules.insert(rule({ id: idOf(101), channelId: 'env:slack' }));
      });
      await unitOfWork.run(async (tx) => {
        await tx.rules.deleteOfChannel(idOf(1));
        await tx.channels.delete(idOf(1));
      });
      expect(await channelQueries.channels()).toEqual([]);
      expect((await channelQueries.rules()).map((one) => one.channelId)).toEqual(['env:slack']);
    });

    test('a rule is kept as it was given: null for any, and matchers in their order', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      const matchers = [
        { name: 'team', value: 'payments', negated: true },
        { name: 'region', value: '', negated: false },
      ];
      const given = rule({ matchers, services: ['checkout', ''], severities: null });
      await unitOfWork.run((tx) => tx.rules.insert(given));
      expect(await channelQueries.rules()).toEqual([given]);
      expect(await unitOfWork.run((tx) => tx.rules.get(given.id))).toEqual(given);
    });

    test('a rule keeps the kinds of news that only a newer Klaxon knows', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      const newer = rule({ id: idOf(101), kinds: ['created', 'escalated'] });
      await unitOfWork.run(async (tx) => {
        await tx.rules.insert(rule());
        await tx.rules.insert(newer);
      });
      expect(await channelQueries.rules()).toEqual([rule(), newer]);
      await unitOfWork.run(async (tx) => {
        await tx.rules.update({ ...(await tx.rules.get(newer.id)), enabled: false });
      });
      expect(await channelQueries.rules()).toEqual([rule(), { ...newer, enabled: false }]);
    });

    test('a rule can be changed in all its parts but its age', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      await unitOfWork.run((tx) => tx.rules.insert(rule()));
      const changed = rule({
        name: 'All of it',
        channelId: 'env:email',
        enabled: false,
        severities: null,
        services: ['checkout'],
        kinds: null,
        matchers: [],
        updatedAt: START + MINUTE,
      });
      await unitOfWork.run((tx) => tx.rules.update(changed));
      expect(await channelQueries.rules()).toEqual([changed]);
    });

    test('a rule that is not there is neither found nor deleted', async () => {
      const { unitOfWork } = tools().subject;
      await unitOfWork.run((tx) => tx.rules.insert(rule()));
      await unitOfWork.run((tx) => tx.rules.delete(rule().id));
      for (const attempt of [
        unitOfWork.run((tx) => tx.rules.get(rule().id)),
        unitOfWork.run((tx) => tx.rules.delete(rule().id)),
      ])
        await expect(attempt).rejects.toMatchObject({ kind: 'not-found' });
    });

    test('work that throws leaves channels and rules as they were', async () => {
      const { unitOfWork, channelQueries } = tools().subject;
      await unitOfWork.run((tx) => tx.channels.insert(channel()));
      const failed = unitOfWork.run(async (tx) => {
        await tx.channels.update(channel({ name: 'Changed' }));
        await tx.rules.insert(rule());
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      expect(await channelQueries.channels()).toMatchObject([{ name: 'Ops' }]);
      expect(await channelQueries.rules()).toEqual([]);
    });
  });
}
