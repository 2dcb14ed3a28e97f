import { describe, expect, test } from '@jest/globals';
import {
  acknowledge,
  HOUR,
  MINUTE,
  type NotificationDelivery,
  recordChanges,
  resolve,
  SECOND,
} from '@klaxon/domain';
import { alertReport } from '../builders/alert-report.ts';
import { incomingAlert } from '../builders/incoming-alert.ts';
import { notificationDelivery } from '../builders/notification-delivery.ts';
import { ALICE } from '../builders/people.ts';
import { START } from '../movable-clock.ts';
import { eachTestWith, type StoreSubject } from './store-subject.ts';

const FROM = START - 24 * HOUR;

/** What every reading of the status promises. The factory gives fresh, empty stores for each test. */
export function describeStatusQueries(
  name: string,
  makeSubject: () => Promise<StoreSubject>,
): void {
  describe(`status: ${name}`, () => {
    const tools = eachTestWith(makeSubject);
    const recorded = (...channelIds: readonly string[]) =>
      tools().subject.statusQueries.recorded(channelIds, FROM);
    const stamp = () => ({
      actor: ALICE,
      at: tools().clock.now(),
      newId: () => tools().ids.next(),
    });

    /** Stores a delivery about an incident of its own. */
    async function store(overrides: Partial<NotificationDelivery>): Promise<NotificationDelivery> {
      const { incident, events } = tools().opened();
      const about = { eventId: events[0]?.id ?? '', incidentId: incident.id };
      const one = notificationDelivery({ id: tools().ids.next(), ...about, ...overrides });
      await tools().subject.unitOfWork.run(async (tx) => {
        await tx.incidents.insert(incident);
        await tx.timeline.append(events);
        await tx.deliveries.insert([one]);
        await tx.deliveries.update(one);
      });
      return one;
    }
    const failed = (minutes: number, lastError = 'Slack answered HTTP 404.') => {
      const at = START + minutes * MINUTE;
      return store({ status: 'failed', lastError, createdAt: at, settledAt: at + SECOND });
    };
    const sent = (minutes: number) => {
      const at = START + minutes * MINUTE;
      return store({ status: 'sent', createdAt: at, settledAt: at + SECOND });
    };

    test('of an empty Klaxon there is nothing to tell', async () => {
      expect(await recorded('slack')).toEqual({
        failing: [],
        rejected: null,
        firsts: {
          alert_received: null,
          message_sent: null,
          incident_acknowledged: null,
          incident_resolved: null,
        },
      });
    });

    test('a channel fails whose messages failed since the last that got through', async () => {
      await failed(1);
      await sent(2);
      await failed(3);
      await failed(4, 'Slack answered HTTP 403.');
      const { failing } = await recorded('slack', 'email');
      const since = START + 3 * MINUTE + SECOND;
      const lastError = 'Slack answered HTTP 403.';
      expect(failing).toEqual([{ channelId: 'slack', failures: 2, since, lastError }]);
      await sent(5);
      expect((await recorded('slack')).failing).toEqual([]);
    });

    test('a channel fails whose message was tried in vain more than once, and is tried again', async () => {
      const trying = { lastError: 'Slack answered HTTP 503.', createdAt: START };
      await store({ ...trying, attempts: 1 });
      expect((await recorded('slack')).failing).toEqual([]);
      await store({ ...trying, attempts: 2 });
      const { failing } = await recorded('slack');
      expect(failing).toEqual([
        { channelId: 'slack', failures: 1, since: START, lastError: trying.lastError },
      ]);
    });

    test('messages of before, superseded ones and those of other channels do not count', async () => {
      const old = FROM - 1;
      await store({ status: 'failed', createdAt: old, settledAt: old + SECOND });
      await store({ status: 'superseded', createdAt: START, settledAt: START });
      await store({ status: 'failed', channelId: 'email', createdAt: START, settledAt: START });
      expect((await recorded('slack')).failing).toEqual([]);
    });

    test('rejected alerts are counted with the first of them, up to a thousand and one', async () => {
      const reject = (count: number, receivedAt: number) =>
        tools().subject.ingestStore.run((tx) =>
          tx.save(
            {
              newAlerts: [],
              changedAlerts: [],
              newIncidents: [],
              changedIncidents: [],
              events: [],
              settleAt: null,
            },
            Array.from({ length: count }, () => ({
              id: tools().ids.next(),
              receivedAt,
              source: 'alertmanager',
              path: '',
              reason: 'must be an object',
              raw: '7',
            })),
            [],
            [],
          ),
        );
      await reject(5, FROM - 1);
      expect((await recorded()).rejected).toBeNull();
      await reject(2, START);
      await reject(1, FROM);
      expect((await recorded()).rejected).toEqual({ count: 3, since: FROM });
      await reject(1_100, START);
      expect((await recorded()).rejected).toEqual({ count: 1_001, since: FROM });
    });

    test('it is told when each thing happened first', async () => {
      const { clock, ingest, opened, subject } = tools();
      await ingest(alertReport([incomingAlert()]));
      const received = clock.now();
      clock.advance(MINUTE);
      await ingest(alertReport([incomingAlert({ fingerprint: 'another' })]));
      await sent(7);
      await sent(6);
      const { incident, events } = opened();
      const acked = recordChanges(
        incident,
        acknowledge(incident, { id: 'alice', name: 'Alice' }, null),
        stamp(),
      );
      const ackedAt = clock.now();
      clock.advance(MINUTE);
      const done = recordChanges(
        acked.incident,
        resolve(acked.incident, { id: 'alice', name: 'Alice' }),
        stamp(),
      );
      await subject.unitOfWork.run(async (tx) => {
        await tx.incidents.insert(done.incident);
        await tx.timeline.append([...events, ...acked.events, ...done.events]);
      });
      expect((await recorded()).firsts).toEqual({
        alert_received: received,
        message_sent: START + 6 * MINUTE + SECOND,
        incident_acknowledged: ackedAt,
        incident_resolved: clock.now(),
      });
    });
  });
}
