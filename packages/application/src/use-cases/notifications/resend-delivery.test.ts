import { expect, test } from '@jest/globals';
import { HOUR, SECOND } from '@klaxon/domain';
import {
  ALICE,
  alertReport,
  asLocal,
  idOf,
  incomingAlert,
  makeNotificationStage,
} from '@klaxon/testing';
import { makeResolveIncident } from '../incidents/resolve-incident.ts';
import { makeResendDelivery } from './resend-delivery.ts';

async function told() {
  const stage = makeNotificationStage();
  const slack = stage.channels.set('slack');
  const resend = asLocal(makeResendDelivery(stage.notification));
  await stage.ingest(alertReport());
  const first = () => stage.database.deliveries[0];
  return {
    ...stage,
    slack,
    resend,
    first,
    resendFirst: () => resend({ deliveryId: first()?.id ?? '' }),
  };
}

test('what failed for good is sent again from the first attempt on', async () => {
  const { work, slack, resendFirst, first, clock } = await told();
  slack.answer({ result: 'failed', error: 'HTTP 404' });
  await work();
  clock.advance(HOUR);
  expect(await resendFirst()).toMatchObject({ status: 'queued', attempts: 0, settledAt: null });
  await work();
  expect(slack.messages).toHaveLength(1);
  expect(first()).toMatchObject({ status: 'sent', attempts: 1, lastError: null });
});

test('what was overtaken since is sent again all the same, as a message of its own', async () => {
  const { work, slack, resendFirst, clock, tools, incidents } = await told();
  await work();
  clock.advance(SECOND);
  await makeResolveIncident(tools)({ incidentId: incidents()[0]?.id ?? '', actor: ALICE });
  await work();
  clock.advance(SECOND);
  await resendFirst();
  await work();
  expect(slack.received).toMatchObject([
    { message: { kind: 'created' }, firstProviderId: null },
    { message: { kind: 'resolved' }, firstProviderId: 'message-1' },
    { message: { kind: 'created', status: 'resolved' }, firstProviderId: null },
  ]);
});

test('what was told in a bundle is sent by itself', async () => {
  const { workFor, slack, resend, ingest, database } = await told();
  const services = Array.from({ length: 40 }, (_, index) => `service-${index}`);
  await ingest(alertReport(services.map((service) => incomingAlert({ labels: { service } }))));
  await workFor(2 * HOUR);
  const [carrier, bundled] = [
    database.deliveries.find(({ carries }) => carries),
    database.deliveries.find(({ bundledInto }) => bundledInto !== null),
  ];
  const singles = slack.messages.length;
  await resend({ deliveryId: carrier?.id ?? '' });
  await resend({ deliveryId: bundled?.id ?? '' });
  await workFor(SECOND);
  expect(slack.bundles).toHaveLength(1);
  expect(slack.messages).toHaveLength(singles + 2);
});

test('what is still on its way is a conflict, and what is unknown is not found', async () => {
  const { announce, resendFirst, resend } = await told();
  await announce();
  await expect(resendFirst()).rejects.toMatchObject({ kind: 'conflict' });
  await expect(resend({ deliveryId: idOf(0xdead) })).rejects.toMatchObject({ kind: 'not-found' });
});
