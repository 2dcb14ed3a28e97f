import { expect, test } from '@jest/globals';
import {
  ALICE,
  alertReport,
  incomingAlert,
  makeStage,
  plainActionTokens,
  START,
} from '@klaxon/testing';
import { makeAcknowledgeIncident } from '../incidents/acknowledge-incident.ts';
import { makeResolveIncident } from '../incidents/resolve-incident.ts';
import { makeOfferActions } from './offer-actions.ts';

async function incidentsOfEachStatus() {
  const { tools, ingest, incidents, clock } = makeStage();
  await ingest(alertReport([incomingAlert()]));
  const [open] = incidents();
  if (!open) throw new Error('the alert opens an incident');
  const change = { incidentId: open.id, actor: ALICE };
  const acknowledged = await makeAcknowledgeIncident(tools)({ ...change, assigneeId: null });
  const resolved = await makeResolveIncident(tools)(change);
  return { open, acknowledged, resolved, clock };
}

test('a message offers what its incident still needs', async () => {
  const { open, acknowledged, resolved, clock } = await incidentsOfEachStatus();
  const actionsFor = makeOfferActions(plainActionTokens, 'https://klaxon.example.org', clock);
  expect(actionsFor(open)).toEqual([
    {
      kind: 'acknowledge',
      label: 'Acknowledge',
      token: `acknowledge:${open.id}:1:${START}`,
      url: `https://klaxon.example.org/act/acknowledge:${open.id}:1:${START}`,
    },
    {
      kind: 'resolve',
      label: 'Resolve',
      token: `resolve:${open.id}:1:${START}`,
      url: `https://klaxon.example.org/act/resolve:${open.id}:1:${START}`,
    },
  ]);
  expect(actionsFor(acknowledged).map(({ kind }) => kind)).toEqual(['resolve']);
  expect(actionsFor(resolved)).toEqual([]);
});

test('without an address of its own, Klaxon offers buttons and no links', async () => {
  const { open, clock } = await incidentsOfEachStatus();
  const urls = makeOfferActions(plainActionTokens, null, clock)(open).map(({ url }) => url);
  expect(urls).toEqual([null, null]);
});

test('without a key nothing is offered', async () => {
  const { open, clock } = await incidentsOfEachStatus();
  expect(makeOfferActions(null, 'https://klaxon.example.org', clock)(open)).toEqual([]);
});
