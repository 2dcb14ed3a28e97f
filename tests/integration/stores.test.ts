import {
  describeChannels,
  describeDeliveries,
  describeIngestStore,
  describeUnitOfWork,
} from '@klaxon/testing';
import { postgresStores } from '../support/postgres-stores.ts';

describeUnitOfWork('on PostgreSQL', postgresStores);
describeIngestStore('on PostgreSQL', postgresStores);
describeChannels('on PostgreSQL', postgresStores);
describeDeliveries('on PostgreSQL', postgresStores);
