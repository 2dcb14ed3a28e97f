import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createKlaxonClient, type KlaxonClient } from '@klaxon/sdk';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

let database: TestDatabase;
let server: KlaxonProcess;
let receiver: WebhookReceiver;
let klaxon: KlaxonClient;

beforeAll(async () => {
  database = await createTestDatabase();
  receiver = await startWebhookReceiver();
  server = await startKlaxon({
    DATABASE_URL: database.url,
    SECRET_KEY: 'a passphrase that only this test knows',
    ALLOW_PRIVATE_WEBHOOKS: '127.0.0.1',
  });
  klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await receiver?.stop();
  await database?.drop();
});

/** As a process of a later version does, which runs beside this one. */
async function setUpPager(): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("INSERT INTO notification_channels (name, type) VALUES ('Pager', 'pager')");
  await client.end();
}

test('a channel that only a newer process knows keeps its messages for that one, and holds up no other', async () => {
  await setUpPager();
  const config = { url: receiver.url };
  await klaxon.POST('/api/channels', { body: { name: 'Hook', type: 'webhook', config } });
  const { data: list } = await klaxon.GET('/api/channels');
  const pager = list?.channels.find(({ name }) => name === 'Pager');
  expect(pager).toMatchObject({ type: 'pager', fault: expect.stringContaining('"pager"') });

  for (const title of ['First', 'Second'])
    await klaxon.POST('/api/incidents', { body: { title, severity: 'critical' } });
  await eventually(async () => receiver.taken() === 2 || null);
  const query = { channel_id: pager?.id ?? '' };
  const { data: kept } = await klaxon.GET('/api/notifications', { params: { query } });
  expect(kept?.notifications).toMatchObject(
    [1, 2].map(() => ({ status: 'queued', attempts: 0, in_hand_since: null, last_error: null })),
  );
});
