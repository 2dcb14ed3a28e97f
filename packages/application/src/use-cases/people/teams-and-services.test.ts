import { beforeEach, describe, expect, test } from '@jest/globals';
import { LOCAL, MINUTE } from '@klaxon/domain';
import { idOf, makeStage, START, type Stage, userRecord } from '@klaxon/testing';
import type { Caller } from '../../shared/caller.ts';
import { makeAddMember, makeRemoveMember } from './change-members.ts';
import { makeCreateService, makeDeleteService, makeEditService } from './change-services.ts';
import { makeCreateTeam, makeDeleteTeam, makeRenameTeam } from './change-teams.ts';

const ME: Caller = { principal: LOCAL, requestId: null, address: null };

let stage: Stage;

beforeEach(() => {
  stage = makeStage();
});

function useCases() {
  const { tools } = stage;
  return {
    createTeam: makeCreateTeam(tools),
    renameTeam: makeRenameTeam(tools),
    deleteTeam: makeDeleteTeam(tools),
    addMember: makeAddMember(tools),
    removeMember: makeRemoveMember(tools),
    createService: makeCreateService(tools),
    editService: makeEditService(tools),
    deleteService: makeDeleteService(tools),
  };
}

const queries = () => stage.database.peopleQueries;
const lines = () =>
  stage.database.auditEntries.map(({ action, before, after }) => [action, before, after]);

describe('teams', () => {
  test('are set up, renamed and deleted, each with a line in the audit log', async () => {
    const { createTeam, renameTeam, deleteTeam } = useCases();
    const id = await createTeam({ actor: ME, name: 'Payments' });
    stage.clock.advance(MINUTE);
    await renameTeam({ actor: ME, teamId: id, name: 'Money' });
    await renameTeam({ actor: ME, teamId: id, name: 'Money' });
    expect(await queries().teams()).toMatchObject([
      { id, name: 'Money', createdAt: START, updatedAt: START + MINUTE },
    ]);
    await deleteTeam({ actor: ME, teamId: id });
    expect(await queries().teams()).toEqual([]);
    expect(lines()).toEqual([
      ['team.created', null, { name: 'Payments' }],
      ['team.edited', { name: 'Payments' }, { name: 'Money' }],
      ['team.deleted', { name: 'Money' }, null],
    ]);
  });

  test('that something belongs to stay', async () => {
    const { createTeam, createService, editService, deleteTeam } = useCases();
    const teamId = await createTeam({ actor: ME, name: 'Payments' });
    const serviceId = await createService({ actor: ME, name: 'checkout', teamId });
    await expect(deleteTeam({ actor: ME, teamId })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('"checkout"'),
    });
    await editService({ actor: ME, serviceId, edit: { teamId: null } });
    await deleteTeam({ actor: ME, teamId });
  });

  test('get and lose members one at a time, and twice is once', async () => {
    const { createTeam, addMember, removeMember } = useCases();
    const ada = userRecord();
    await stage.tools.unitOfWork.run((tx) => tx.users.insert(ada));
    const [first, second] = [
      await createTeam({ actor: ME, name: 'A' }),
      await createTeam({ actor: ME, name: 'B' }),
    ];
    const before = lines().length;
    for (const teamId of [first, second, second])
      await addMember({ actor: ME, teamId, userId: ada.id });
    expect(await queries().user(ada.id)).toMatchObject({ teamIds: [first, second] });
    for (const teamId of [first, first]) await removeMember({ actor: ME, teamId, userId: ada.id });
    expect(await queries().user(ada.id)).toMatchObject({ teamIds: [second] });
    expect(lines().slice(before)).toEqual([
      ['user.edited', { team_ids: [] }, { team_ids: [first] }],
      ['user.edited', { team_ids: [first] }, { team_ids: [first, second] }],
      ['user.edited', { team_ids: [first, second] }, { team_ids: [second] }],
    ]);
    for (const membership of [
      { teamId: first, userId: idOf(9_999) },
      { teamId: idOf(9_999), userId: ada.id },
    ])
      for (const change of [addMember, removeMember])
        await expect(change({ actor: ME, ...membership })).rejects.toMatchObject({
          kind: 'not-found',
        });
  });
});

describe('the API key of a team', () => {
  const keyOf = (teamId: string): Caller => ({
    ...ME,
    principal: {
      kind: 'api-key',
      id: 'key-1',
      name: 'Terraform',
      scopes: ['people:write'],
      teamId,
      expiresAt: null,
    },
  });

  test('sets up its own team, and what belongs to it', async () => {
    const cases = useCases();
    const ada = userRecord({ role: 'viewer' });
    await stage.tools.unitOfWork.run((tx) => tx.users.insert(ada));
    const teamId = await cases.createTeam({ actor: ME, name: 'Payments' });
    const by = keyOf(teamId);
    await cases.renameTeam({ actor: by, teamId, name: 'Money' });
    await cases.addMember({ actor: by, teamId, userId: ada.id });
    await cases.removeMember({ actor: by, teamId, userId: ada.id });
    const service = await cases.createService({ actor: by, name: 'checkout', teamId });
    await cases.editService({ actor: by, serviceId: service, edit: { name: 'till' } });
    await cases.deleteService({ actor: by, serviceId: service });
    await cases.deleteTeam({ actor: by, teamId });
    expect(await queries().teams()).toEqual([]);
  });

  test.each(['responder', 'admin'] as const)('puts no %s into its team', async (role) => {
    const cases = useCases();
    const ada = userRecord({ role });
    await stage.tools.unitOfWork.run((tx) => tx.users.insert(ada));
    const [own, other] = [
      await cases.createTeam({ actor: ME, name: 'Own' }),
      await cases.createTeam({ actor: ME, name: 'Other' }),
    ];
    await cases.addMember({ actor: ME, teamId: other, userId: ada.id });
    await expect(
      cases.addMember({ actor: keyOf(own), teamId: own, userId: ada.id }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
      message: expect.stringContaining('or to put them into a team'),
    });
    expect(await queries().user(ada.id)).toMatchObject({ teamIds: [other] });
    // Who is a member stays one, and can be taken out.
    await cases.addMember({ actor: keyOf(other), teamId: other, userId: ada.id });
    await cases.removeMember({ actor: keyOf(other), teamId: other, userId: ada.id });
    expect(await queries().user(ada.id)).toMatchObject({ teamIds: [] });
  });

  test('changes nothing of another team or of all, and gives nothing away', async () => {
    const cases = useCases();
    const ada = userRecord({ role: 'viewer' });
    await stage.tools.unitOfWork.run((tx) => tx.users.insert(ada));
    const [own, other] = [
      await cases.createTeam({ actor: ME, name: 'Own' }),
      await cases.createTeam({ actor: ME, name: 'Other' }),
    ];
    const mine = await cases.createService({ actor: ME, name: 'mine', teamId: own });
    const theirs = await cases.createService({ actor: ME, name: 'theirs', teamId: other });
    const everybodys = await cases.createService({ actor: ME, name: 'everybodys', teamId: null });
    const by = keyOf(own);
    const before = lines();
    for (const attempt of [
      () => cases.renameTeam({ actor: by, teamId: other, name: 'Ours' }),
      () => cases.deleteTeam({ actor: by, teamId: other }),
      () => cases.addMember({ actor: by, teamId: other, userId: ada.id }),
      () => cases.removeMember({ actor: by, teamId: other, userId: ada.id }),
      () => cases.createService({ actor: by, name: 'new', teamId: other }),
      () => cases.createService({ actor: by, name: 'new', teamId: null }),
      () => cases.editService({ actor: by, serviceId: theirs, edit: { teamId: own } }),
      () => cases.editService({ actor: by, serviceId: everybodys, edit: { teamId: own } }),
      () => cases.editService({ actor: by, serviceId: mine, edit: { teamId: other } }),
      () => cases.editService({ actor: by, serviceId: mine, edit: { teamId: null } }),
      () => cases.deleteService({ actor: by, serviceId: theirs }),
      () => cases.deleteService({ actor: by, serviceId: everybodys }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'forbidden' });
    expect(lines()).toEqual(before);
  });
});

describe('services', () => {
  test('are set up, edited in what is given, and deleted, each with a line in the audit log', async () => {
    const { createTeam, createService, editService, deleteService } = useCases();
    const teamId = await createTeam({ actor: ME, name: 'Payments' });
    const id = await createService({ actor: ME, name: 'checkout', teamId: null });
    stage.clock.advance(MINUTE);
    await editService({ actor: ME, serviceId: id, edit: { teamId } });
    await editService({ actor: ME, serviceId: id, edit: { name: 'checkout' } });
    expect(await queries().service(id)).toMatchObject({
      name: 'checkout',
      teamName: 'Payments',
      updatedAt: START + MINUTE,
    });
    await deleteService({ actor: ME, serviceId: id });
    expect(lines().slice(1)).toEqual([
      ['service.created', null, { name: 'checkout', team_id: null }],
      ['service.edited', { team_id: null }, { team_id: teamId }],
      ['service.deleted', { name: 'checkout', team_id: teamId }, null],
    ]);
    for (const attempt of [
      () => deleteService({ actor: ME, serviceId: id }),
      () => editService({ actor: ME, serviceId: id, edit: { name: 'x' } }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('need a team that exists, and a name of their own', async () => {
    const { createService } = useCases();
    await createService({ actor: ME, name: 'checkout', teamId: null });
    for (const [wish, refusal] of [
      [{ name: 'checkout', teamId: null }, { kind: 'conflict' }],
      [
        { name: 'search', teamId: idOf(9_999) },
        { kind: 'invalid', faults: [{ path: 'team_id' }] },
      ],
    ] as const)
      await expect(createService({ actor: ME, ...wish })).rejects.toMatchObject(refusal);
  });
});
