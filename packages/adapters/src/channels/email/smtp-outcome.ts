import type { SendOutcome } from '@klaxon/application';
import type { NodemailerError, SMTPPoolSentMessageInfo } from 'nodemailer';
import { PrivateAddressError } from '../shared/guarded-connector.ts';

/** Errors without an answer of the server's that only a change of the settings can fix. */
const SETTINGS = new Set(['EAUTH', 'ENOAUTH', 'EENVELOPE', 'EMESSAGE', 'ECONFIG']);

/**
 * The server took the mail, for everybody or for some. If it put others off, the mail goes again to all of them
 * (twice rather than never); if it refused them for good, that is a failure to tell, not one to repeat.
 */
export function smtpSuccess(info: SMTPPoolSentMessageInfo): SendOutcome {
  const refusals = info.rejectedErrors ?? [];
  if (refusals.length === 0) return { result: 'sent', providerId: info.messageId };
  const refused = refusals
    .map(({ recipient, response }) => `${recipient} (${replyCode(response)})`)
    .join(', ');
  const error = `The mail server took the mail for ${(info.accepted ?? []).join(', ')}, but not for ${refused}`;
  return refusals.every(({ permanent }) => permanent === true)
    ? { result: 'failed', error }
    : { result: 'retry', error, retryAfter: null };
}

export function smtpFailure(error: unknown, server: string): SendOutcome {
  if (!isSmtpError(error))
    return { result: 'retry', error: `The mail to ${server} failed`, retryAfter: null };
  if (error instanceof PrivateAddressError)
    return {
      result: 'failed',
      error: `The mail server ${server} was not called: its address is inside a private network: allow it with ALLOW_PRIVATE_SMTP`,
    };
  const said = `The mail server ${server} ${wordsFor(error)}`;
  return (error.permanent ?? SETTINGS.has(error.code ?? ''))
    ? { result: 'failed', error: said }
    : { result: 'retry', error: said, retryAfter: null };
}

function isSmtpError(error: unknown): error is NodemailerError {
  return Error.isError(error);
}

/**
 * Of what the server says only the code is passed on: the host may be any that somebody entered, and what
 * answers there is nobody's business but its owner's.
 */
function wordsFor(error: NodemailerError): string {
  const { code = '', originalCode, response } = error;
  const said = response === undefined ? '' : ` (${replyCode(response)})`;
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return `refused the sign-in${said}: check the username and password`;
  if (code === 'ETLS')
    return `could not be reached over TLS${said}: check its certificate, and that it offers STARTTLS`;
  if (/CERT|SIGNED|ISSUER/.test(originalCode ?? ''))
    return `has a certificate that cannot be trusted (${originalCode}): renew or replace it`;
  if (response !== undefined) return `refused the mail${said}`;
  if (SETTINGS.has(code)) return 'cannot take the mail: check the sender and the recipients';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'did not answer in time';
  return `could not be reached (${originalCode ?? (code || error.name)})`;
}

/** `550 5.1.1`: the status of RFC 5321, and that of RFC 3463 where there is one. */
function replyCode(response: string | undefined): string {
  const [, status, enhanced] =
    /^([2-5]\d\d)(?:[ -](\d\.\d{1,3}\.\d{1,3})\b)?/.exec(response ?? '') ?? [];
  if (status === undefined) return 'no answer of a mail server';
  return enhanced === undefined ? status : `${status} ${enhanced}`;
}
