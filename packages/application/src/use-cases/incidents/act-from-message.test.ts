import { describe, expect, test } from '@jest/globals';
import { ACTION_LIFETIME, DomainError, type MessageActionKind } from '@klaxon/domain';
import {
  ALICE,
  alertReport,
  idOf,
  incomingAlert,
  makeStage,
  plainActionTokens,
  userRecord,
} from '@klaxon/testing';
import { makeAcknowledgeIncident } from './acknowledge-incident.ts';
import { makeMessageActions } from './act-from-message.ts';
import { makeMergeIncidents } from './merge-incidents.ts';
import { makeReopenIncident } from './reopen-incident.ts';
import { makeResolveIncident } from './resolve-incident.ts';

const alice = { id: 'slack:alice', takesOver: true };
const bob = { id: 'slack:bob', takesOver: true };
const link = { id: 'e-mail link', takesOver: false };

/** A stage with the open incident #1 and a token for each action on it. */
async function withIncident() {
  const stage = makeStage();
  await stage.ingest(alertReport([incomingAlert()]));
  const incidentId = stage.incidents()[0]?.id ?? '';
  const parts = {
    tokens: plainActionTokens,
    incidents: stage.database.incidentQueries,
    personNames: stage.database.peopleQueries.names,
    clock: stage.clock,
    acknowledgeIncident: makeAcknowledgeIncident(stage.tools),
    resolveIncident: makeResolveIncident(stage.tools),
  };
  const token = (kind: MessageActionKind) => {
    const version = stage.incidents()[0]?.version ?? 0;
    return plainActionTokens.sign({ kind, incidentId, version, offeredAt: stage.clock.now() });
  };
  return {
    ...stage,
    incidentId,
    parts,
    actions: makeMessageActions(parts),
    token,
    acknowledge: token('acknowledge'),
    resolve: token('resolve'),
    incident: () => stage.incidents()[0],
    changes: () => stage.story(stage.incidents()[0]).slice(1),
  };
}

describe('acting from a message', () => {
  test('acknowledges in the name of who pressed, who then has the incident', async () => {
    const { actions, acknowledge, incident } = await withIncident();
    const outcome = await actions.act(acknowledge, alice);
    expect(outcome).toMatchObject({ state: 'done', text: '#1 acknowledged by slack:alice.' });
    expect(incident()).toMatchObject({
      status: 'acknowledged',
      acknowledgedBy: 'slack:alice',
      assigneeId: 'slack:alice',
    });
  });

  test('assigns nobody where the channel does not know who acts', async () => {
    const { actions, acknowledge, incident } = await withIncident();
    await actions.act(acknowledge, link);
    expect(incident()).toMatchObject({ acknowledgedBy: 'e-mail link', assigneeId: null });
  });

  test('resolves an open incident and an acknowledged one', async () => {
    const { actions, acknowledge, resolve, changes } = await withIncident();
    await actions.act(acknowledge, alice);
    const outcome = await actions.act(resolve, bob);
    expect(outcome).toMatchObject({ state: 'done', text: '#1 resolved by slack:bob.' });
    expect(changes()).toEqual(['acknowledged', 'resolved']);
    const other = await withIncident();
    expect(await other.actions.act(other.resolve, bob)).toMatchObject({ state: 'done' });
    expect(other.changes()).toEqual(['resolved']);
  });

  test('pressed twice it changes nothing more and says how it is', async () => {
    const { actions, acknowledge, resolve, changes } = await withIncident();
    await actions.act(acknowledge, alice);
    expect(await actions.act(acknowledge, alice)).toMatchObject({
      state: 'already',
      text: '#1 is already acknowledged by slack:alice.',
    });
    await actions.act(resolve, alice);
    expect(await actions.act(resolve, alice)).toMatchObject({
      state: 'already',
      text: '#1 is already resolved.',
    });
    expect(changes()).toEqual(['acknowledged', 'resolved']);
  });

  test('pressed twice at once it is done once', async () => {
    const { actions, resolve, changes } = await withIncident();
    const outcomes = await Promise.all([actions.act(resolve, alice), actions.act(resolve, bob)]);
    expect(outcomes.map((outcome) => outcome?.state).sort()).toEqual(['already', 'done']);
    expect(changes()).toEqual(['resolved']);
  });

  test('takes an incident away from nobody: the first who acknowledged keeps it', async () => {
    const { actions, acknowledge, incident } = await withIncident();
    await actions.act(acknowledge, alice);
    expect(await actions.act(acknowledge, bob)).toMatchObject({
      state: 'already',
      text: '#1 is already acknowledged by slack:alice.',
    });
    expect(incident()).toMatchObject({ assigneeId: 'slack:alice' });
  });

  test('acknowledges nothing that is resolved', async () => {
    const { actions, acknowledge, resolve, changes } = await withIncident();
    await actions.act(resolve, alice);
    expect(await actions.act(acknowledge, bob)).toMatchObject({
      state: 'too-late',
      text: '#1 is already resolved; there is nothing left to acknowledge.',
    });
    expect(changes()).toEqual(['resolved']);
  });

  test('says of a merged incident that it goes on in another', async () => {
    const { actions, tools, ingest, incidents, incidentId, resolve } = await withIncident();
    await ingest(alertReport([incomingAlert({ labels: { service: 'gateway' } })]));
    const intoId = incidents().find(({ id }) => id !== incidentId)?.id ?? '';
    await makeMergeIncidents(tools)({ incidentId, intoId, actor: ALICE });
    expect(await actions.act(resolve, bob)).toMatchObject({
      state: 'already',
      text: '#1 was merged into another.',
    });
  });

  test('looking changes nothing, however often', async () => {
    const { actions, acknowledge, resolve, changes, incident } = await withIncident();
    for (const token of [acknowledge, resolve, acknowledge])
      expect(await actions.preview(token)).toMatchObject({
        state: 'possible',
        text: '#1 is open.',
      });
    expect(changes()).toEqual([]);
    expect(incident()).toMatchObject({ status: 'open' });
  });

  test.each(['', 'nonsense', 'acknowledge:'])('%j opens nothing', async (token) => {
    const { actions } = await withIncident();
    expect(await actions.preview(token)).toBeNull();
    expect(await actions.act(token, alice)).toBeNull();
  });

  test('an incident that is gone is like a token that never was', async () => {
    const { actions } = await withIncident();
    const gone = { kind: 'resolve', incidentId: idOf(999), version: 1, offeredAt: 0 } as const;
    const token = plainActionTokens.sign(gone);
    expect(await actions.preview(token)).toBeNull();
    expect(await actions.act(token, alice)).toBeNull();
  });

  test('from before the incident was opened again acts on nothing that came after', async () => {
    const { actions, acknowledge, resolve, parts, tools, token, changes, incidentId } =
      await withIncident();
    await parts.resolveIncident({ incidentId, actor: ALICE });
    await makeReopenIncident(tools)({ incidentId, actor: ALICE });
    for (const old of [acknowledge, resolve])
      for (const answer of [await actions.preview(old), await actions.act(old, bob)])
        expect(answer).toMatchObject({
          state: 'too-late',
          text: '#1 was resolved and opened again since this was sent. Open the incident itself to act on it.',
        });
    expect(changes()).toEqual(['resolved', 'reopened']);
    expect(await actions.act(token('acknowledge'), bob)).toMatchObject({ state: 'done' });
  });

  test('is possible for seven days', async () => {
    const { actions, acknowledge, resolve, clock, changes } = await withIncident();
    clock.advance(ACTION_LIFETIME - 1);
    expect(await actions.act(acknowledge, alice)).toMatchObject({ state: 'done' });
    clock.advance(1);
    expect(await actions.act(resolve, alice)).toMatchObject({
      state: 'too-late',
      text: 'This was offered more than seven days ago. Open #1 itself to act on it.',
    });
    expect(changes()).toEqual(['acknowledged']);
  });

  test('names who was faster, not by an id', async () => {
    const { actions, acknowledge, parts, tools, incidentId } = await withIncident();
    const ada = userRecord();
    await tools.unitOfWork.run((tx) => tx.users.insert(ada));
    const actor = { kind: 'person', id: ada.id, name: ada.name } as const;
    await parts.acknowledgeIncident({ incidentId, actor, assigneeId: ada.id });
    expect(await actions.act(acknowledge, alice)).toMatchObject({
      state: 'already',
      text: '#1 is already acknowledged by Ada.',
    });
  });

  test('without a key no token is any good', async () => {
    const { parts, acknowledge, changes } = await withIncident();
    const closed = makeMessageActions({ ...parts, tokens: null });
    expect(await closed.act(acknowledge, alice)).toBeNull();
    expect(changes()).toEqual([]);
  });

  test('an outage is no answer: it is raised for another try', async () => {
    const { actions, acknowledge, database, changes } = await withIncident();
    database.outage = new DomainError('unavailable', 'The database cannot be reached.');
    await expect(actions.act(acknowledge, alice)).rejects.toMatchObject({ kind: 'unavailable' });
    database.outage = null;
    await actions.act(acknowledge, alice);
    expect(changes()).toEqual(['acknowledged']);
  });
});
