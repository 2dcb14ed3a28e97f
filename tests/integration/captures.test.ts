import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readPayload, systemClock, uuidIds } from '@klaxon/adapters';
import { makeIngestAlerts } from '@klaxon/application';
import { ingestPolicy } from '@klaxon/testing';
import { postgresStores } from '../support/postgres-stores.ts';

const folder = new URL('../captures/alertmanager/', import.meta.url);
const captures = readdirSync(folder).filter((name) => name.endsWith('.json'));

test.each(captures)('%s, as a real Alertmanager posted it, is taken in whole', async (name) => {
  const body = readFileSync(new URL(name, folder), 'utf8');
  const sent = JSON.parse(body);
  const stores = await postgresStores();
  try {
    const ingest = makeIngestAlerts(stores.ingestStore, {
      clock: systemClock,
      ids: uuidIds,
      policy: ingestPolicy(),
    });
    const read = readPayload(body);
    await ingest(read);

    expect(read.refusal).toBeNull();
    expect(read.rejected).toEqual([]);
    const stored = await stores.ingestStore.run((tx) =>
      tx.load({
        alerts: sent.alerts.map(({ fingerprint }: { fingerprint: string }) => ({
          source: 'alertmanager',
          fingerprint,
        })),
        groupKeys: [],
        resolvedSourceGroups: [],
      }),
    );
    const statuses = (alerts: readonly { fingerprint: string; status: string }[]) =>
      alerts.map(({ fingerprint, status }) => `${fingerprint} ${status}`).sort();
    expect(statuses(stored.alerts)).toEqual(statuses(sent.alerts));
    for (const alert of stored.alerts.filter(({ status }) => status === 'firing'))
      expect(alert.incidentId).not.toBeNull();
    for (const { incident } of stored.incidents) expect(incident.status).toBe('open');
  } finally {
    await stores.close();
  }
});
