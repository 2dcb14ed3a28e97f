import type { SendOutcome } from '@klaxon/application';
import type { NodemailerError, SMTPPoolSentMessageInfo } from 'nodemailer';

/** Errors without an answer of the server's that only a change of the settings mends. */
const SETTINGS = new Set(['EAUTH', 'ENOAUTH', 'EENVELOPE', 'EMESSAGE', 'ECONFIG']);

/**
 * The server took the mail, for everybody or for some. If it put others off, the mail goes again to all of them
 * (twice rather than never); if it refused them for good, that is a failure to tell, not one to repeat.
 */
export function smtpSuccess(info: SMTPPoolSentMessageInfo): SendOutcome {
  const refusals = info.rejectedErrors ?? [];
  if (refusals.length === 0) return { result: 'sent', providerId: info.messageId };
  const refused = refusals
    .map(({ recipient, response }) => `${recipient} (${response})`)
    .join(', ');
  const error = `The mail server took the mail for ${(info.accepted ?? []).join(', ')}, but not for ${refused}`;
  return refusals.every(({ permanent }) => permanent === true)
    ? { result: 'failed', error }
    : { result: 'retry', error, retryAfter: null };
}

export function smtpFailure(error: unknown, server: string): SendOutcome {
  if (!isSmtpError(error))
    return { result: 'retry', error: `The mail to ${server} failed`, retryAfter: null };
  const told = `The mail server ${server} ${wordsFor(error)}`;
  return (error.permanent ?? SETTINGS.has(error.code ?? ''))
    ? { result: 'failed', error: told }
    : { result: 'retry', error: told, retryAfter: null };
}

function isSmtpError(error: unknown): error is NodemailerError {
  return Error.isError(error);
}

function wordsFor(error: NodemailerError): string {
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH')
    return `refused the sign-in: check the username and password (${error.response ?? error.message})`;
  if (error.code === 'ETLS')
    return `could not be reached over TLS: check its certificate, and that it offers STARTTLS (${error.response ?? error.message})`;
  if (/CERT|SIGNED|ISSUER/.test(error.originalCode ?? ''))
    return `has a certificate that cannot be trusted (${error.originalCode}): renew or replace it`;
  if (error.response !== undefined) return `refused the mail: ${error.response}`;
  if (SETTINGS.has(error.code ?? '')) return `cannot take the mail: ${error.message}`;
  if (error.code === 'ETIMEDOUT' || error.code === 'EABORT') return 'did not answer in time';
  return `could not be reached (${error.originalCode ?? error.code ?? error.message})`;
}
