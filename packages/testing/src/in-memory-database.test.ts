import { expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '@klaxon/domain';
import { alertReport, InMemoryDatabase, incomingAlert, MovableClock, START } from './index.ts';
import { describeAudit } from './suites/audit-suite.ts';
import { describeChannels } from './suites/channel-suite.ts';
import { describeDeliveries } from './suites/delivery-suite.ts';
import { describeIngestStore } from './suites/ingest-store-suite.ts';
import { describeKeys } from './suites/key-suite.ts';
import { describeLiveEvents } from './suites/live-event-suite.ts';
import { describeOwners } from './suites/owner-suite.ts';
import { describePeople } from './suites/people-suite.ts';
import { describeSessions } from './suites/session-suite.ts';
import { describeStatusQueries } from './suites/status-suite.ts';
import type { StoreSubject } from './suites/store-subject.ts';
import { describeUnitOfWork } from './suites/unit-of-work-suite.ts';

async function makeSubject(): Promise<StoreSubject> {
  const clock = new MovableClock(START + HOUR);
  const database = new InMemoryDatabase(clock);
  return {
    unitOfWork: database.unitOfWork,
    ingestStore: database.ingestStore,
    incidentQueries: database.incidentQueries,
    alertQueries: database.alertQueries,
    channelQueries: database.channelQueries,
    auditQueries: database.auditQueries,
    peopleQueries: database.peopleQueries,
    keyQueries: database.keyQueries,
    accessQueries: database.accessQueries,
    liveEvents: database.liveEvents,
    statusQueries: database.statusQueries,
    dueDeliveries: database.dueDeliveries,
    history: async (incidentId) => database.eventsOf(incidentId),
    now: () => clock.now(),
    waitingJobs: async () => database.jobs,
    close: async () => {},
  };
}

describeUnitOfWork('in memory', makeSubject);
describeIngestStore('in memory', makeSubject);
describeChannels('in memory', makeSubject);
describePeople('in memory', makeSubject);
describeSessions('in memory', makeSubject);
describeAudit('in memory', makeSubject);
describeKeys('in memory', makeSubject);
describeOwners('in memory', makeSubject);
describeDeliveries('in memory', makeSubject);
describeLiveEvents('in memory', makeSubject);
describeStatusQueries('in memory', makeSubject);

test('a worker takes the jobs that are due and leaves the others', async () => {
  const database = new InMemoryDatabase();
  const clock = new MovableClock();
  await database.unitOfWork.run((tx) =>
    tx.jobs.add([
      { name: 'wake_incidents', payload: {} },
      { name: 'settle_alerts', payload: {}, after: MINUTE },
    ]),
  );
  expect(database.takeJobs(clock.now()).map((job) => job.name)).toEqual(['wake_incidents']);
  expect(database.jobs.map((job) => job.name)).toEqual(['settle_alerts']);
});

test('the builders make an alert whose fingerprint follows its labels', () => {
  const [a, b] = [incomingAlert(), incomingAlert({ labels: { instance: 'b' } })];
  expect(a.fingerprint).not.toBe(b.fingerprint);
  expect(alertReport([a]).status).toBe('firing');
});
