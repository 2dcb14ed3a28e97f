import { describe, expect, test } from '@jest/globals';
import type { Labels } from '@klaxon/domain';
import { notificationDelivery } from '../builders/notification-delivery.ts';
import { serviceRecord, teamRecord } from '../builders/user-record.ts';
import { idOf } from '../sequential-ids.ts';
import { eachTestWith, type StoreSubject } from './store-subject.ts';

const SHOP = teamRecord();

/** Whose incidents and notifications are. The factory gives fresh, empty stores for each test. */
export function describeOwners(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`owners: ${name}`, () => {
    const tools = eachTestWith(makeSubject);
    const queries = () => tools().subject.accessQueries;

    /** Stores an incident with these labels and a notification of it. */
    async function about(labels: Labels): Promise<{ incident: string; notification: string }> {
      const { subject, opened, ids } = tools();
      const { incident, events } = opened();
      const notification = notificationDelivery({
        id: ids.next(),
        incidentId: incident.id,
        eventId: events[0]?.id ?? '',
      });
      await subject.unitOfWork.run(async (tx) => {
        await tx.incidents.insert({ ...incident, labels });
        await tx.timeline.append(events);
        await tx.deliveries.insert([notification]);
      });
      return { incident: incident.id, notification: notification.id };
    }

    const register = (teamId: string | null) =>
      tools().subject.unitOfWork.run(async (tx) => {
        await tx.teams.insert(SHOP);
        await tx.services.insert(serviceRecord({ name: 'checkout', teamId }));
      });

    test.each<[string, Labels, string | null, string | null]>([
      ['the team of the service', { service: 'checkout' }, SHOP.id, SHOP.id],
      ['everybody, where the service has no team', { service: 'checkout' }, null, null],
      ['everybody, where nobody registered the service', { service: 'Checkout' }, SHOP.id, null],
      ['everybody, where no service is named', { team: SHOP.id }, SHOP.id, null],
    ])('%s', async (_, labels, teamId, owner) => {
      await register(teamId);
      const { incident, notification } = await about(labels);
      expect(await queries().ownerOfIncident(incident)).toEqual({ teamId: owner });
      expect(await queries().ownerOfNotification(notification)).toEqual({ teamId: owner });
    });

    test('a service is its team’s, and nobody’s where it has none or nobody registered it', async () => {
      await register(SHOP.id);
      expect(await queries().ownerOfService('checkout')).toEqual({ teamId: SHOP.id });
      expect(await queries().ownerOfService('Checkout')).toEqual({ teamId: null });
      await tools().subject.unitOfWork.run((tx) =>
        tx.services.insert(serviceRecord({ id: idOf(9_998), name: 'search', teamId: null })),
      );
      expect(await queries().ownerOfService('search')).toEqual({ teamId: null });
    });

    test('there is none of what is not there', async () => {
      const nothing = { kind: 'not-found' };
      await expect(queries().ownerOfIncident(idOf(9_999))).rejects.toMatchObject(nothing);
      await expect(queries().ownerOfNotification(idOf(9_999))).rejects.toMatchObject(nothing);
    });
  });
}
