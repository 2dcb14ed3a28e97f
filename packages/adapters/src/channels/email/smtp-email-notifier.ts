import type { Notifier, SendOutcome } from '@klaxon/application';
import { invalid, isEmailAddress, type Milliseconds, SECOND } from '@klaxon/domain';
import { createTransport } from 'nodemailer';
import { ATTEMPT_LIMIT } from '../shared/attempt-limit.ts';
import { errorText } from '../shared/error-text.ts';
import { makeGuard, type ResolveHost } from '../shared/guarded-connector.ts';
import { type AllowPrivate, callPolicy } from '../shared/private-addresses.ts';
import { type EmailMessage, emailBundle, emailMessage } from './email-message.ts';
import { guardedSocket } from './guarded-socket.ts';
import { smtpFailure, smtpSuccess } from './smtp-outcome.ts';

export interface SmtpEmailOptions {
  readonly host: string;
  /** TLS from the first byte on 465; on any other port TLS comes with STARTTLS. */
  readonly port: number;
  readonly username: string | null;
  readonly password: string | null;
  /** Bare addresses: `klaxon@example.com`, without a name. */
  readonly from: string;
  readonly to: readonly string[];
  /** Refuse to send without TLS. It is so anyway where a password would travel over a network. */
  readonly requireTls?: boolean;
  /** Whether the server may have a private address, or which ones may. */
  readonly allowPrivate: AllowPrivate;
  readonly timeouts?: SmtpTimeouts;
  readonly resolve?: ResolveHost;
}

interface SmtpTimeouts {
  readonly connect: Milliseconds;
  readonly greeting: Milliseconds;
  /** Silence in the middle of a conversation. */
  readonly socket: Milliseconds;
  /** From the call of `send` to its outcome, whatever the server does. */
  readonly total: Milliseconds;
}

const DEFAULT_TIMEOUTS: SmtpTimeouts = {
  connect: 10 * SECOND,
  greeting: 10 * SECOND,
  socket: 20 * SECOND,
  total: ATTEMPT_LIMIT,
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/**
 * Mails each announcement over a pool of SMTP connections; the provider's id is the Message-ID. `close` lets
 * what is on its way finish. Throws an `invalid` error for options that could never work.
 */
export function smtpEmailNotifier(
  options: SmtpEmailOptions,
): Notifier & { close(): Promise<void> } {
  const { host, port, username, password, from } = options;
  const to = [...options.to];
  if (!isEmailAddress(from))
    throw invalid('from', 'must be one bare e-mail address such as klaxon@example.com');
  if (to.length === 0) throw invalid('to', 'must name at least one e-mail address');
  to.forEach((address, index) => {
    if (!isEmailAddress(address))
      throw invalid(`to[${index}]`, 'must be one bare e-mail address such as ops@example.com');
  });

  const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
  const isLoopback = LOOPBACK.test(host);
  const requireTLS = options.requireTls === true || (username !== null && !isLoopback);
  const transport = createTransport({
    pool: true,
    host,
    port,
    secure: port === 465,
    requireTLS,
    ignoreTLS: isLoopback && !requireTLS,
    getSocket: guardedSocket(
      makeGuard(callPolicy(options.allowPrivate), options.resolve),
      { host, port },
      timeouts.connect,
    ),
    ...(username === null ? {} : { auth: { user: username, pass: password ?? '' } }),
    connectionTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    // The queue of deliveries repeats: the pool need only replace a connection that went stale.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const secrets = [password ?? '', `\0${username}\0${password}`];
  const underWay = new Set<Promise<SendOutcome>>();

  async function send(message: EmailMessage): Promise<SendOutcome> {
    try {
      const info = await transport.sendMail({
        ...message,
        from: { name: 'Klaxon', address: from },
        to: to.map((address) => ({ name: '', address })),
        envelope: { from, to },
        signal: AbortSignal.timeout(timeouts.total),
      });
      return smtpSuccess(info);
    } catch (error) {
      return smtpFailure(error, `${host}:${port}`);
    }
  }

  async function deliver(message: EmailMessage): Promise<SendOutcome> {
    const sending = send(message);
    underWay.add(sending);
    const outcome = await sending;
    underWay.delete(sending);
    return outcome.result === 'sent'
      ? outcome
      : { ...outcome, error: errorText(outcome.error, secrets) };
  }

  return {
    send: (message, { deliveryId, firstProviderId }) =>
      deliver(emailMessage(message, deliveryId, firstProviderId, domain)),
    sendBundle: (message, deliveryId) => deliver(emailBundle(message, deliveryId, domain)),
    async close() {
      transport.close();
      await Promise.all(underWay);
    },
  };
}
