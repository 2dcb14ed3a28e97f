import { beforeEach, describe, expect, test } from '@jest/globals';
import { asLocal, InMemoryChannels, makeStage, START, type Stage } from '@klaxon/testing';
import { makeCreateRule } from './create-rule.ts';
import { makeDeleteRule } from './delete-rule.ts';
import { makeEditRule } from './edit-rule.ts';
import type { RuleDeps, RuleInput } from './rule-tools.ts';
import { makeRuleViews } from './view-rules.ts';

const WISH: RuleInput = {
  name: 'Only the bad ones',
  channelId: 'env:slack',
  enabled: true,
  severities: ['critical'],
  services: null,
  kinds: null,
  matchers: [],
};

let stage: Stage;
let tools: RuleDeps;

beforeEach(() => {
  stage = makeStage();
  const environment = new InMemoryChannels();
  environment.set('env:slack');
  tools = { ...stage.tools, environment };
});

async function channelInDatabase(): Promise<string> {
  const id = stage.ids.next();
  const record = { name: 'Mail', type: 'email', enabled: true, fallback: false } as const;
  await stage.tools.unitOfWork.run((tx) =>
    tx.channels.insert({
      ...record,
      id,
      config: {},
      sealed: null,
      createdAt: START,
      updatedAt: START,
    }),
  );
  return id;
}

describe('notification rules', () => {
  test('are for channels of the environment and of the database', async () => {
    const channelId = await channelInDatabase();
    await asLocal(makeCreateRule(tools))(WISH);
    await asLocal(makeCreateRule(tools))({ ...WISH, channelId });
    const rules = await makeRuleViews(stage.database.channelQueries).list();
    expect(rules.map((rule) => rule.channelId)).toEqual(['env:slack', channelId]);
    expect(rules[0]).toMatchObject(WISH);
  });

  test('are refused for a channel that is not there', async () => {
    const create = asLocal(makeCreateRule(tools));
    const rule = await create(WISH);
    const edit = asLocal(makeEditRule(tools));
    for (const channelId of ['env:email', stage.ids.next()])
      for (const attempt of [
        create({ ...WISH, channelId }),
        edit({ ruleId: rule.id, edit: { channelId } }),
      ])
        await expect(attempt).rejects.toMatchObject({
          kind: 'invalid',
          faults: [{ path: 'channel_id' }],
        });
  });

  test.each(['severities', 'services', 'kinds'] as const)(
    'with an empty list of %s are refused: it would mean none or any',
    async (list) => {
      const create = asLocal(makeCreateRule(tools));
      await expect(create({ ...WISH, [list]: [] })).rejects.toMatchObject({
        kind: 'invalid',
        faults: [{ path: list }],
      });
      const rule = await create(WISH);
      await expect(
        asLocal(makeEditRule(tools))({ ruleId: rule.id, edit: { [list]: [] } }),
      ).rejects.toMatchObject({
        kind: 'invalid',
      });
      expect(await stage.database.channelQueries.rules()).toEqual([rule]);
    },
  );

  test('change only in what is given', async () => {
    const rule = await asLocal(makeCreateRule(tools))(WISH);
    stage.clock.advance(1_000);
    const edited = await asLocal(makeEditRule(tools))({
      ruleId: rule.id,
      edit: {
        enabled: false,
        severities: null,
      },
    });
    expect(edited).toEqual({ ...rule, enabled: false, severities: null, updatedAt: START + 1_000 });
    expect(await makeRuleViews(stage.database.channelQueries).get(rule.id)).toEqual(edited);
  });

  test('that are gone are not found', async () => {
    const { id } = await asLocal(makeCreateRule(tools))(WISH);
    await asLocal(makeDeleteRule(tools))({ ruleId: id });
    const views = makeRuleViews(stage.database.channelQueries);
    for (const attempt of [
      views.get(id),
      asLocal(makeDeleteRule(tools))({ ruleId: id }),
      asLocal(makeEditRule(tools))({ ruleId: id, edit: { name: 'x' } }),
    ])
      await expect(attempt).rejects.toMatchObject({ kind: 'not-found' });
  });
});
