import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { smtpDouble } from '@klaxon/testing';
import { createTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { startKlaxon } from '../support/klaxon-process.ts';

const capture = readFileSync(new URL('../captures/alertmanager/0.25-firing.json', import.meta.url));
/** Several looks of the workers at one another: what is to be seen is that nothing happens. */
const SLOW_MS = 9_000;

test('a message that takes long is sent once, though another worker stands by', async () => {
  const database = await createTestDatabase();
  let connections = 0;
  const mailbox = await smtpDouble({
    onConnect(_session, callback) {
      connections += 1;
      void delay(SLOW_MS).then(() => callback());
    },
  });
  const env = {
    DATABASE_URL: database.url,
    EMAIL_SMTP_HOST: '127.0.0.1',
    EMAIL_SMTP_PORT: String(mailbox.port),
    EMAIL_FROM: 'klaxon@example.test',
    EMAIL_TO: 'oncall@example.test',
  };
  const servers = [await startKlaxon(env), await startKlaxon(env)];
  try {
    const [first] = servers;
    await fetch(`${first?.url}/api/webhooks/alertmanager`, { method: 'POST', body: capture });
    await eventually(() => (mailbox.mails.length > 0 ? true : null));
    expect(connections).toBe(1);
    expect(mailbox.mails).toHaveLength(1);
    expect(servers.map((server) => server.output()).join()).not.toContain('is gone');
  } finally {
    for (const server of servers) await server.end('SIGTERM');
    await mailbox.close();
    await database.drop();
  }
});
