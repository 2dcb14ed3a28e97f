import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createKlaxonClient, type KlaxonClient } from '@klaxon/sdk';
import { readMail, type SmtpDouble, smtpDouble } from '@klaxon/testing';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';

let database: TestDatabase;
let mailbox: SmtpDouble;
let server: KlaxonProcess;
let klaxon: KlaxonClient;

beforeAll(async () => {
  database = await createTestDatabase();
  mailbox = await smtpDouble();
  const port = await freePort();
  server = await startKlaxon({
    DATABASE_URL: database.url,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SECRET_KEY: 'a passphrase that only this test knows',
    LOG_LEVEL: 'info',
    EMAIL_SMTP_HOST: '127.0.0.1',
    EMAIL_SMTP_PORT: String(mailbox.port),
    EMAIL_FROM: 'klaxon@example.test',
    EMAIL_TO: 'oncall@example.test',
  });
  klaxon = createKlaxonClient({ baseUrl: server.url, headers: server.headers });
});

afterAll(async () => {
  await server?.end('SIGTERM');
  await mailbox?.close();
  await database?.drop();
});

/** The links of the first mail with this headline. */
async function linksIn(headline: string): Promise<readonly string[]> {
  const mail = await eventually(
    () =>
      mailbox.mails.map(({ raw }) => readMail(raw)).find(({ text }) => text.includes(headline)) ??
      null,
  );
  return [...new Set(mail.text.match(/http:\S+\/act\/[\w.-]+/g))];
}

describe('a mail about an incident', () => {
  test('lets its reader acknowledge and resolve it, and following its links does nothing', async () => {
    const { data: created } = await klaxon.POST('/api/incidents', {
      body: { title: 'Checkout is <down>', severity: 'critical' },
    });
    const id = created?.id ?? '';
    const status = async () =>
      (await klaxon.GET('/api/incidents/{id}', { params: { path: { id } } })).data?.status;

    const [acknowledge = '', resolve = ''] = await linksIn('New Incident Created');
    for (const link of [acknowledge, resolve]) {
      const page = await fetch(link);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Checkout is &lt;down&gt;');
    }
    expect(await status()).toBe('open');

    expect((await fetch(acknowledge, { method: 'POST' })).status).toBe(200);
    expect(await status()).toBe('acknowledged');
    const [later = ''] = await linksIn('Incident Acknowledged');

    expect((await fetch(later, { method: 'POST' })).status).toBe(200);
    expect(await status()).toBe('resolved');
    expect(await linksIn('Incident Resolved')).toEqual([]);
    expect((await fetch(acknowledge, { method: 'POST' })).status).toBe(409);

    // What was sent before it was opened again acts on nothing that came after.
    await klaxon.POST('/api/incidents/{id}/reopen', { params: { path: { id } } });
    for (const link of [acknowledge, resolve, later]) {
      const answer = await fetch(link, { method: 'POST' });
      expect([answer.status, await answer.text()]).toEqual([
        409,
        expect.stringContaining('opened again since this was sent'),
      ]);
    }
    expect(await status()).toBe('open');

    const output = await eventually(() =>
      server.output().includes('"path":"/act/:token"') ? server.output() : null,
    );
    for (const link of [acknowledge, resolve])
      expect(output).not.toContain(link.slice(link.lastIndexOf('/') + 1));
  });
});

async function freePort(): Promise<number> {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  return port;
}
