import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { readMail, type SmtpDouble, smtpDouble } from '@klaxon/testing';
import fc from 'fast-check';
import type { SMTPServerOptions } from 'smtp-server';
import { harmlessTwin, hostileBundle, hostileMessage } from '../test-support/hostile-message.ts';
import {
  ACTIONS,
  DELIVERY_ID,
  FIRST,
  sampleBundle,
  sampleMessage,
} from '../test-support/sample-message.ts';
import { type SmtpEmailOptions, smtpEmailNotifier } from './smtp-email-notifier.ts';

const PASSWORD = 'a-secret-password';
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function mailServer(options: SMTPServerOptions = {}): Promise<SmtpDouble> {
  const server = await smtpDouble(options);
  stops.push(() => server.close());
  return server;
}

function notifier(port: number, overrides: Partial<SmtpEmailOptions> = {}) {
  const made = smtpEmailNotifier({
    host: '127.0.0.1',
    port,
    username: null,
    password: null,
    allowPrivate: true,
    from: 'klaxon@example.com',
    to: ['ops@example.com', 'boss@example.com'],
    ...overrides,
  });
  stops.push(() => made.close());
  return made;
}

function refuse(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function only(server: SmtpDouble) {
  const [mail, ...more] = server.mails;
  if (mail === undefined || more.length > 0)
    throw new Error(`${server.mails.length} mails, not one`);
  return { ...mail, ...readMail(mail.raw) };
}

describe('what is mailed', () => {
  test('text and HTML with headline, facts, labels, reason and link', async () => {
    const server = await mailServer();
    await notifier(server.port).send(sampleMessage(), FIRST);
    const mail = only(server);
    expect(mail.text.trim().replaceAll('\r\n', '\n')).toBe(
      [
        '🚨 New Incident Created',
        '#1042 Checkout answers slowly',
        'p99 is over 2 s',
        'Severity: critical\nStatus: 🔴 open\nSince: 2026-11-23 10:01:44 UTC\nAssignee: nobody yet\nFiring alerts: 3',
        'service: checkout\nteam: payments',
        'An alert of a new group fired',
        'Open the incident: https://klaxon.example.com/incidents/0198a3c2-7f10-7c3e-9a51-1f2e3d4c5b6a',
      ].join('\n\n'),
    );
    expect(mail.html).toContain('<h3>#1042 Checkout answers slowly</h3>');
    expect(mail.html).toContain('<td><code>checkout</code></td>');
  });

  test('each recipient stands in the envelope, and machines are asked not to answer', async () => {
    const server = await mailServer();
    await notifier(server.port).send(sampleMessage(), FIRST);
    const mail = only(server);
    expect(mail).toMatchObject({
      from: 'klaxon@example.com',
      to: ['ops@example.com', 'boss@example.com'],
    });
    expect(mail.headers).toEqual(
      expect.arrayContaining([
        'From: Klaxon <klaxon@example.com>',
        'To: ops@example.com, boss@example.com',
        'Subject: [Klaxon] #1042 Checkout answers slowly',
        'Auto-Submitted: auto-generated',
        'X-Auto-Response-Suppress: All',
      ]),
    );
  });

  test('the first mail of an incident has its Message-ID, the later ones their delivery’s, and refer to it', async () => {
    const server = await mailServer();
    const mails = notifier(server.port);
    const incident = 'incident-0198a3c2-7f10-7c3e-9a51-1f2e3d4c5b6a';
    const root = `<${incident}@example.com>`;
    const later = { deliveryId: DELIVERY_ID, firstProviderId: root };
    const reply = `<${incident}.delivery-${DELIVERY_ID}@example.com>`;
    expect(await mails.send(sampleMessage(), FIRST)).toEqual({ result: 'sent', providerId: root });
    const acknowledged = sampleMessage({ kind: 'acknowledged' });
    expect(await mails.send(acknowledged, later)).toEqual({ result: 'sent', providerId: reply });
    const [first, second] = server.mails.map(({ raw }) => readMail(raw).headers);
    expect(first).toContain(`Message-ID: ${root}`);
    expect(first?.join('\n')).not.toContain('References');
    expect(second).toEqual(
      expect.arrayContaining([
        `Message-ID: ${reply}`,
        `In-Reply-To: ${root}`,
        `References: ${root}`,
        'Subject: Re: [Klaxon] #1042 Checkout answers slowly',
      ]),
    );
  });

  test('the same delivery tried again is the same mail', async () => {
    const server = await mailServer();
    const mails = notifier(server.port);
    const resolved = sampleMessage({ kind: 'resolved' });
    for (const message of [sampleMessage(), sampleMessage(), resolved, resolved])
      await mails.send(message, FIRST);
    const ids = server.mails.map(({ raw }) =>
      readMail(raw).headers.find((line) => line.startsWith('Message-ID')),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).toBe(ids[3]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  test('a later mail belongs to the thread even if the first was never sent', async () => {
    const server = await mailServer();
    await notifier(server.port).send(sampleMessage({ kind: 'resolved' }), FIRST);
    expect(only(server).headers).toContain(
      'In-Reply-To: <incident-0198a3c2-7f10-7c3e-9a51-1f2e3d4c5b6a@example.com>',
    );
  });

  test('actions are links to the pages that ask before they act, in text and HTML', async () => {
    const server = await mailServer();
    await notifier(server.port).send(sampleMessage({ actions: ACTIONS }), FIRST);
    const { text, html } = only(server);
    for (const { label, url } of ACTIONS) {
      expect(text).toContain(`${label}: ${url}`);
      expect(html).toContain(`<a href="${url}"`);
    }
  });

  test('a bundle is one mail with a line for each incident, the number of the rest and a link', async () => {
    const server = await mailServer();
    const outcome = await notifier(server.port).sendBundle(sampleBundle(), DELIVERY_ID);
    expect(outcome).toEqual({ result: 'sent', providerId: `<bundle-${DELIVERY_ID}@example.com>` });
    const { text, html } = only(server);
    expect(text).toContain('🟠 high, new: #1043 Checkout <answers> slowly');
    expect(html).toContain('<li>🟠 high, new: #1043 Checkout &lt;answers&gt; slowly</li>');
    expect(text).toContain('… and 20 more');
    expect(text).toContain('Open the list of incidents: https://klaxon.example.com/incidents');
  });

  test('hostile titles in a bundle add no tag and no header', async () => {
    const server = await mailServer();
    const mails = notifier(server.port);
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        await mails.sendBundle(bundle, DELIVERY_ID);
        const { headers, html } = readMail(server.mails.at(-1)?.raw ?? '');
        expect(headers.filter((line) => /^(Bcc|Cc|To):/i.test(line))).toHaveLength(1);
        const items = bundle.lines.length + (bundle.more > 0 ? 1 : 0);
        expect(html.match(/<[a-z][^>]*>/g)).toHaveLength(2 + 1 + 1 + items + 2);
      }),
      { numRuns: 25 },
    );
  });

  test('hostile text adds no tag, no header and no recipient', async () => {
    const server = await mailServer();
    const mails = notifier(server.port);
    const tagsOf = (html: string) => html.match(/<[^>]*>?/g);
    const namesOf = (headers: readonly string[]) => headers.map((line) => line.split(':')[0]);
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (message) => {
        await mails.send(message, FIRST);
        await mails.send(harmlessTwin(message), FIRST);
        const [received, expected] = server.mails.slice(-2);
        if (!received || !expected) throw new Error('a mail is missing');
        const [hostile, harmless] = [readMail(received.raw), readMail(expected.raw)];
        expect(received.to).toEqual(['ops@example.com', 'boss@example.com']);
        expect(namesOf(hostile.headers)).toEqual(namesOf(harmless.headers));
        expect(tagsOf(hostile.html)).toEqual(tagsOf(harmless.html));
        expect(hostile.html).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
        expect(received.raw.length).toBeLessThan(1_000_000);
      }),
      { numRuns: 25 },
    );
  });
});

describe('what comes of an answer', () => {
  test.each([
    [450, 'retry'],
    [421, 'retry'],
    [503, 'retry'],
    [550, 'failed'],
    [554, 'failed'],
  ])(
    '%i for the sender comes to %s, and of what the server said the code is told',
    async (code, result) => {
      const server = await mailServer({
        onMailFrom: (_address, _session, done) => done(refuse(code, 'not today')),
      });
      expect(await notifier(server.port).send(sampleMessage(), FIRST)).toMatchObject({
        result,
        error: `The mail server 127.0.0.1:${server.port} refused the mail (${code})`,
      });
    },
  );

  test.each([
    [452, 'retry'],
    [552, 'failed'],
  ])('%i after the data comes to %s', async (code, result) => {
    const server = await mailServer({
      onData(stream, _session, done) {
        stream.resume().on('end', () => done(refuse(code, 'mailbox full')));
      },
    });
    expect(await notifier(server.port).send(sampleMessage(), FIRST)).toMatchObject({ result });
  });

  test.each([
    [450, 'retry'],
    [550, 'failed'],
  ])(
    'a recipient refused with %i comes to %s and is named, though the other one got the mail',
    async (code, result) => {
      const server = await mailServer({
        onRcptTo: ({ address }, _session, done) =>
          done(address === 'boss@example.com' ? refuse(code, 'unknown') : undefined),
      });
      expect(await notifier(server.port).send(sampleMessage(), FIRST)).toMatchObject({
        result,
        error: `The mail server took the mail for ops@example.com, but not for boss@example.com (${code})`,
      });
      expect(only(server).to).toEqual(['ops@example.com']);
    },
  );

  test.each([
    '220-SSH-2.0-OpenSSH_9.2 of the vault\r\n',
    'SSH-2.0-OpenSSH_9.2 of the vault\r\n',
    '554 the vault takes nothing from you\r\n',
    'HTTP/1.1 400 the vault\r\nserver: the vault\r\n\r\n',
    '-ERR the vault\r\n',
  ])('whatever else answers there is not told on: %j', async (banner) => {
    const server = createServer((socket) => socket.on('error', () => {}).end(banner)).listen(0);
    await once(server, 'listening');
    stops.push(async () => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const outcome = await notifier(port).send(sampleMessage(), FIRST);
    expect(outcome).toMatchObject({ result: expect.stringMatching(/retry|failed/) });
    expect(JSON.stringify(outcome)).not.toMatch(/vault|SSH|HTTP|ERR/);
  });

  test('after a refusal the next mail goes through', async () => {
    let refusals = 1;
    const server = await mailServer({
      onMailFrom: (_address, _session, done) =>
        done(refusals-- > 0 ? refuse(451, 'later') : undefined),
    });
    const mails = notifier(server.port);
    expect(await mails.send(sampleMessage(), FIRST)).toMatchObject({ result: 'retry' });
    expect(await mails.send(sampleMessage(), FIRST)).toMatchObject({ result: 'sent' });
  });

  test('a server that is not there is worth another try', async () => {
    const server = await smtpDouble();
    await server.close();
    expect(await notifier(server.port).send(sampleMessage(), FIRST)).toEqual({
      result: 'retry',
      error: `The mail server 127.0.0.1:${server.port} could not be reached (ECONNREFUSED)`,
      retryAfter: null,
    });
  });

  test.each([
    ['greets nobody', { connect: 1_000, greeting: 50, socket: 1_000, total: 5_000 }],
    [
      'takes longer than a mail may take in all',
      { connect: 1_000, greeting: 1_000, socket: 1_000, total: 50 },
    ],
  ])('a server that %s is given up in time', async (_, timeouts) => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    stops.push(() => new Promise((resolve) => silent.close(() => resolve())));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await notifier(port, { timeouts }).send(sampleMessage(), FIRST)).toEqual({
      result: 'retry',
      error: `The mail server 127.0.0.1:${port} did not answer in time`,
      retryAfter: null,
    });
  });
});

describe('sign-in and TLS', () => {
  const signIn: SMTPServerOptions = {
    allowInsecureAuth: true,
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      password === PASSWORD
        ? done(null, { user: username })
        : done(
            refuse(
              535,
              `no such password: ${password} ${Buffer.from(`\0u\0${password}`).toString('base64')}`,
            ),
          ),
  };

  test('signs in where credentials are given', async () => {
    const server = await mailServer(signIn);
    await notifier(server.port, { username: 'u', password: PASSWORD }).send(sampleMessage(), FIRST);
    expect(only(server).user).toBe('u');
  });

  test('a wrong password fails for good, and is not told even if the server repeats it', async () => {
    const server = await mailServer(signIn);
    const password = 'a-wrong-password';
    const outcome = await notifier(server.port, { username: 'u', password }).send(
      sampleMessage(),
      FIRST,
    );
    expect(outcome).toMatchObject({
      result: 'failed',
      error: expect.stringMatching(/refused the sign-in \(535\): check the username and password$/),
    });
  });

  test('where TLS is asked for, nothing is sent to a server without it', async () => {
    const server = await mailServer();
    expect(
      await notifier(server.port, { requireTls: true }).send(sampleMessage(), FIRST),
    ).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('STARTTLS'),
    });
    expect(server.mails).toEqual([]);
  });

  test('nothing is sent to a server whose certificate cannot be trusted', async () => {
    const server = await mailServer({ disabledCommands: [] });
    expect(
      await notifier(server.port, { requireTls: true }).send(sampleMessage(), FIRST),
    ).toMatchObject({
      result: 'retry',
      error: expect.stringContaining('certificate that cannot be trusted'),
    });
    expect(server.mails).toEqual([]);
  });

  test('a relay on the same machine needs no certificate', async () => {
    const server = await mailServer({ disabledCommands: [] });
    expect(await notifier(server.port).send(sampleMessage(), FIRST)).toMatchObject({
      result: 'sent',
    });
    expect(only(server).encrypted).toBe(false);
  });
});

describe('close', () => {
  test('lets a mail on its way arrive', async () => {
    let accept = () => {};
    const arrived = new Promise<void>((resolve) => {
      accept = resolve;
    });
    let finish = () => {};
    const server = await mailServer({
      onData(stream, _session, done) {
        finish = () => done();
        stream.resume().on('end', accept);
      },
    });
    const mails = notifier(server.port);
    const order: string[] = [];
    const sending = mails.send(sampleMessage(), FIRST).then(({ result }) => order.push(result));
    await arrived;
    const closed = mails.close().then(() => order.push('closed'));
    finish();
    await Promise.all([sending, closed]);
    expect(order).toEqual(['sent', 'closed']);
  });

  test('a mail after it is worth another try elsewhere', async () => {
    const server = await mailServer();
    const mails = notifier(server.port);
    await mails.close();
    expect(await mails.send(sampleMessage(), FIRST)).toMatchObject({ result: 'retry' });
  });
});

test.each([
  'ops@example.com, victim@example.test',
  'ops@example.com\r\nRCPT TO:<victim@example.test>',
  'Ops <ops@example.com>',
  '<script>@example.com',
  'ops@',
  '@example.com',
  'a..b@example.com',
  `${'a'.repeat(65)}@example.com`,
  'ops@example.com\n',
])('%j is not taken for an address', (address) => {
  expect(() => notifier(25, { to: ['ops@example.com', address] })).toThrow(
    /^to\[1\]: must be one bare e-mail address/,
  );
  expect(() => notifier(25, { from: address })).toThrow(/^from: must be one bare e-mail address/);
});

test('a list without recipients is refused', () => {
  expect(() => notifier(25, { to: [] })).toThrow(/^to: must name at least one/);
});

describe('where the server may be', () => {
  test('a name that leads to a private address is not connected to, and what was checked is what is called', async () => {
    let connections = 0;
    const server = await mailServer({
      onConnect(_session, done) {
        connections += 1;
        done();
      },
    });
    let answers = ['127.0.0.1'];
    const resolve = async () =>
      // A name that answers otherwise the second time gains nothing.
      [{ address: answers.shift() ?? '192.0.2.1', family: 4 }];
    const options = { host: 'mail.example.com', resolve };
    const refused = await notifier(server.port, { ...options, allowPrivate: false }).send(
      sampleMessage(),
      FIRST,
    );
    expect(refused).toEqual({
      result: 'failed',
      error: `The mail server mail.example.com:${server.port} was not called: its address is inside a private network: allow it with ALLOW_PRIVATE_SMTP`,
    });
    expect(connections).toBe(0);
    answers = ['127.0.0.1'];
    const allowed = notifier(server.port, { ...options, allowPrivate: ['127.0.0.0/8'] });
    expect(await allowed.send(sampleMessage(), FIRST)).toMatchObject({ result: 'sent' });
    expect(answers).toEqual([]);
  });

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'the address %s itself is refused',
    async (host) => {
      const outcome = await notifier(9, { host, allowPrivate: false }).send(sampleMessage(), FIRST);
      expect(outcome).toMatchObject({
        result: 'failed',
        error: expect.stringContaining('ALLOW_PRIVATE_SMTP'),
      });
    },
  );
});
