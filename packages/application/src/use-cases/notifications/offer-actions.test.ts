import { expect, test } from '@jest/globals';
import { ALICE, delivery, incomingAlert, makeStage, plainActionTokens } from '@klaxon/testing';
import { makeAcknowledgeIncident } from '../incidents/acknowledge-incident.ts';
import { makeResolveIncident } from '../incidents/resolve-incident.ts';
import { makeOfferActions } from './offer-actions.ts';

async function incidentsOfEachStatus() {
  const { tools, ingest, incidents } = makeStage();
  await ingest(delivery([incomingAlert()]));
  const [open] = incidents();
  if (!open) throw new Error('the alert opens an incident');
  const change = { incidentId: open.id, actor: ALICE };
  const acknowledged = await makeAcknowledgeIncident(tools)({ ...change, assigneeId: null });
  const resolved = await makeResolveIncident(tools)(change);
  return { open, acknowledged, resolved };
}

test('a message offers what its incident still needs', async () => {
  const { open, acknowledged, resolved } = await incidentsOfEachStatus();
  const actionsFor = makeOfferActions(plainActionTokens, 'https://klaxon.example.org');
  expect(actionsFor(open)).toEqual([
    {
      kind: 'acknowledge',
      label: 'Acknowledge',
      token: `acknowledge:${open.id}`,
      url: `https://klaxon.example.org/act/acknowledge:${open.id}`,
    },
    {
      kind: 'resolve',
      label: 'Resolve',
      token: `resolve:${open.id}`,
      url: `https://klaxon.example.org/act/resolve:${open.id}`,
    },
  ]);
  expect(actionsFor(acknowledged).map(({ kind }) => kind)).toEqual(['resolve']);
  expect(actionsFor(resolved)).toEqual([]);
});

test('without an address of its own, Klaxon offers buttons and no links', async () => {
  const { open } = await incidentsOfEachStatus();
  const urls = makeOfferActions(plainActionTokens, null)(open).map(({ url }) => url);
  expect(urls).toEqual([null, null]);
});

test('without a key nothing is offered', async () => {
  const { open } = await incidentsOfEachStatus();
  expect(makeOfferActions(null, 'https://klaxon.example.org')(open)).toEqual([]);
});
