import { describeIngestStore, describeUnitOfWork } from '@klaxon/testing';
import { postgresStores } from '../support/postgres-stores.ts';

describeUnitOfWork('on PostgreSQL', postgresStores);
describeIngestStore('on PostgreSQL', postgresStores);
