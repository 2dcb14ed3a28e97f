import {
  describeAudit,
  describeChannels,
  describeDeliveries,
  describeIngestStore,
  describeKeys,
  describeLiveEvents,
  describeOwners,
  describePeople,
  describeSessions,
  describeStatusQueries,
  describeUnitOfWork,
} from '@klaxon/testing';
import { postgresStores } from '../support/postgres-stores.ts';

describeUnitOfWork('on PostgreSQL', postgresStores);
describeIngestStore('on PostgreSQL', postgresStores);
describeChannels('on PostgreSQL', postgresStores);
describePeople('on PostgreSQL', postgresStores);
describeSessions('on PostgreSQL', postgresStores);
describeAudit('on PostgreSQL', postgresStores);
describeKeys('on PostgreSQL', postgresStores);
describeOwners('on PostgreSQL', postgresStores);
describeDeliveries('on PostgreSQL', postgresStores);
describeLiveEvents('on PostgreSQL', postgresStores);
describeStatusQueries('on PostgreSQL', postgresStores);
