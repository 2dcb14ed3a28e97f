import { describe } from '@jest/globals';
import { testLoading } from './ingest-loading-suite.ts';
import { testRechecks } from './ingest-rechecks-suite.ts';
import { testSaving } from './ingest-saving-suite.ts';
import { eachTestWith, type StoreSubject } from './store-subject.ts';

/** What every ingest store promises. The factory gives fresh, empty stores for each test. */
export function describeIngestStore(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`ingest store: ${name}`, () => {
    const tools = eachTestWith(makeSubject);
    testLoading(tools);
    testSaving(tools);
    testRechecks(tools);
  });
}
