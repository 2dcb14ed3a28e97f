import {
  describeChannels,
  describeDeliveries,
  describeIngestStore,
  describePeople,
  describeUnitOfWork,
} from '@klaxon/testing';
import { postgresStores } from '../support/postgres-stores.ts';

describeUnitOfWork('on PostgreSQL', postgresStores);
describeIngestStore('on PostgreSQL', postgresStores);
describeChannels('on PostgreSQL', postgresStores);
describePeople('on PostgreSQL', postgresStores);
describeDeliveries('on PostgreSQL', postgresStores);
