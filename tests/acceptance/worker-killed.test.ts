import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { smtpDouble } from '@klaxon/testing';
import { createTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { startKlaxon } from '../support/klaxon-process.ts';

const capture = readFileSync(new URL('../captures/alertmanager/0.25-firing.json', import.meta.url));

test('the message that a killed worker was sending is sent by another within 10 s', async () => {
  const database = await createTestDatabase();
  let greet = false;
  let connections = 0;
  const mailbox = await smtpDouble({
    // The first worker is held in the middle of its conversation.
    onConnect(_session, callback) {
      connections += 1;
      if (greet) callback();
    },
  });
  const env = {
    DATABASE_URL: database.url,
    EMAIL_SMTP_HOST: '127.0.0.1',
    EMAIL_SMTP_PORT: String(mailbox.port),
    EMAIL_FROM: 'klaxon@example.test',
    EMAIL_TO: 'oncall@example.test',
  };
  const doomed = await startKlaxon(env);
  const other = await startKlaxon(env);
  try {
    await fetch(`${doomed.url}/api/webhooks/alertmanager`, { method: 'POST', body: capture });
    await eventually(() => (connections > 0 ? true : null));
    greet = true;
    // Whichever holds the job: one of the two is killed, and the message must come all the same.
    await doomed.end('SIGKILL');
    await eventually(() => (mailbox.mails.length > 0 ? true : null), 15_000);
    expect(mailbox.mails[0]?.raw).toContain('New Incident Created');
  } finally {
    await other.end('SIGTERM');
    await mailbox.close();
    await database.drop();
  }
});
