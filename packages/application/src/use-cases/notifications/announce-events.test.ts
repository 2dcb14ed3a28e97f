import { describe, expect, test } from '@jest/globals';
import { MINUTE, SINGLES_A_MINUTE } from '@klaxon/domain';
import { alertReport, idOf, incomingAlert, makeNotificationStage } from '@klaxon/testing';
import { makeAnnounceEvents } from './announce-events.ts';

/** A stage with two channels and as many open incidents as asked for, nothing announced yet. */
async function opened(incidents = 1) {
  const stage = makeNotificationStage();
  stage.channels.set('slack');
  stage.channels.set('email');
  const services = Array.from({ length: incidents }, (_, index) => `service-${index}`);
  await stage.ingest(
    alertReport(
      services.map((service) => incomingAlert({ labels: { service, severity: 'high' } })),
    ),
  );
  stage.database.takeJobs(stage.clock.now());
  const eventIds = stage.incidents().flatMap(({ id }) => stage.database.eventsOf(id)[0]?.id ?? []);
  return { ...stage, announce: makeAnnounceEvents(stage.notification), eventIds };
}

test('every event becomes one delivery a channel, due at once, so that no channel waits for another', async () => {
  const { announce, eventIds, database, clock, incidents } = await opened();
  await announce(eventIds);
  expect(database.deliveries).toMatchObject(
    ['slack', 'email'].map((channelId) => ({
      eventId: eventIds[0],
      incidentId: incidents()[0]?.id,
      version: 1,
      channelId,
      kind: 'created',
      status: 'queued',
      nextAttemptAt: clock.now(),
      reason: 'It has no rules, so it hears everything.',
    })),
  );
});

test('channels that answer do not wait for the messages to all the others to be written', async () => {
  const { notification, eventIds, database } = await opened();
  const { unitOfWork } = notification;
  const run: typeof unitOfWork.run = async (work) => {
    if (database.deliveries.length > 0) throw new Error('the database is away');
    return unitOfWork.run(work);
  };
  const answering = new Set(['email']);
  const announce = makeAnnounceEvents({ ...notification, answering, unitOfWork: { run } });
  await expect(announce(eventIds)).rejects.toThrow('the database is away');
  expect(database.deliveries.map(({ channelId }) => channelId)).toEqual(['email']);
});

test('an event that is announced twice, because a worker was killed, is delivered once', async () => {
  const { announce, eventIds, database } = await opened(30);
  await announce(eventIds);
  const { deliveries } = database;
  await announce(eventIds);
  expect(database.deliveries).toEqual(deliveries);
});

test('what only a newer Klaxon knows is left for that one to announce, and holds nothing else up', async () => {
  const { announce, eventIds, database, tools, incidents } = await opened(2);
  const [known, other] = incidents();
  const [event] = database.eventsOf(other?.id ?? '');
  const id = tools.ids.next();
  if (!event) throw new TypeError('an incident begins with an event');
  const unknown = { type: 'unknown', data: { name: 'escalated' } } as const;
  const newer = { ...event, ...unknown, id, version: 2 };
  await tools.unitOfWork.run((tx) => tx.timeline.append([newer]));
  const [first = ''] = eventIds;
  await expect(announce([first, id])).rejects.toThrow('escalated is for a newer Klaxon');
  expect(database.deliveries.map(({ incidentId }) => incidentId)).toEqual([known?.id, known?.id]);
});

test('what only a newer Klaxon knows holds up nothing of a storm that comes after it', async () => {
  const { announce, eventIds, database, tools, incidents } = await opened(502);
  const [, other] = incidents();
  const [event] = database.eventsOf(other?.id ?? '');
  const id = tools.ids.next();
  if (!event) throw new TypeError('an incident begins with an event');
  const unknown = { type: 'unknown', data: { name: 'escalated' } } as const;
  const newer = { ...event, ...unknown, id, version: 2 };
  await tools.unitOfWork.run((tx) => tx.timeline.append([newer]));
  await expect(announce([id, ...eventIds])).rejects.toThrow('escalated is for a newer Klaxon');
  expect(new Set(database.deliveries.map(({ eventId }) => eventId)).size).toBe(502);
});

test('a channel that is new when an event is announced again hears of it, the others do not', async () => {
  const { announce, eventIds, database, channels } = await opened();
  await announce(eventIds);
  channels.set('telegram');
  await announce(eventIds);
  expect(database.deliveries.map(({ channelId }) => channelId)).toEqual([
    'slack',
    'email',
    'telegram',
  ]);
});

test('a rule that hears more when a storm is announced again adds what it hears, in a bundle of its own', async () => {
  const { announce, eventIds, database, channels, workFor } = await opened(60);
  const rule = { id: idOf(1), name: 'Mine', channelId: 'email', enabled: true };
  const services = Array.from({ length: 30 }, (_, index) => `service-${index}`);
  channels.setRules({ ...rule, severities: null, kinds: null, matchers: [], services });
  await announce(eventIds);
  await workFor(2 * MINUTE);
  channels.setRules({ ...rule, severities: null, kinds: null, matchers: [], services: null });
  await announce(eventIds);
  await workFor(2 * MINUTE);
  const toEmail = database.deliveries.filter(({ channelId }) => channelId === 'email');
  expect(toEmail).toHaveLength(60);
  expect(new Set(toEmail.map(({ status }) => status))).toEqual(new Set(['sent']));
  expect(toEmail.filter(({ carries }) => carries)).toHaveLength(2);
});

test('only the channels whose rules match are told, and why', async () => {
  const { announce, eventIds, database, channels } = await opened(2);
  const rule = { enabled: true, severities: null, kinds: null, matchers: [] };
  channels.setRules({
    ...rule,
    id: idOf(1),
    name: 'Mine',
    channelId: 'email',
    services: ['service-1'],
  });
  await announce(eventIds);
  const toEmail = database.deliveries.filter(({ channelId }) => channelId === 'email');
  expect(toEmail).toMatchObject([{ eventId: eventIds[1], reason: 'Its rule "Mine" matches.' }]);
});

test.each([
  [
    'without channels',
    async () => {
      const stage = await opened();
      stage.channels.remove('slack');
      stage.channels.set('email', { enabled: false });
      return stage;
    },
  ],
  ['for an event that is unknown', async () => ({ ...(await opened()), eventIds: [idOf(0xdead)] })],
])('%s there is nothing to do', async (_, make) => {
  const { announce, eventIds, database } = await make();
  await announce(eventIds);
  expect(database.deliveries).toEqual([]);
});

describe('a storm', () => {
  test('is bundled a channel, with one message for the bundle', async () => {
    const { announce, eventIds, database, clock } = await opened(100);
    await announce(eventIds);
    const toSlack = database.deliveries.filter(({ channelId }) => channelId === 'slack');
    const [carrier] = toSlack.filter(({ carries }) => carries);
    expect(toSlack.filter(({ bundledInto }) => bundledInto === carrier?.id)).toHaveLength(
      100 - SINGLES_A_MINUTE - 1,
    );
    expect(toSlack.filter(({ bundledInto }) => bundledInto === null)).toHaveLength(
      SINGLES_A_MINUTE + 1,
    );
    expect(carrier?.nextAttemptAt).toBe(clock.now() + MINUTE);
  });

  test('that goes on joins the bundle that is open', async () => {
    const { announce, eventIds, database, clock } = await opened(100);
    await announce(eventIds.slice(0, 50));
    clock.advance(MINUTE / 2);
    await announce(eventIds.slice(50));
    expect(database.deliveries.filter(({ carries }) => carries)).toHaveLength(2);
  });
});
