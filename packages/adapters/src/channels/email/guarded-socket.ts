import { connect } from 'node:net';
import type { Milliseconds } from '@klaxon/domain';
import type { SMTPPoolOptions } from 'nodemailer';
import { type Guard, PrivateAddressError } from '../shared/guarded-connector.ts';

/** Opens the connections of a mail transport, to what the guard lets through and to nothing else. */
export function guardedSocket(
  { lookup, refuses }: Guard,
  server: { readonly host: string; readonly port: number },
  timeout: Milliseconds,
): NonNullable<SMTPPoolOptions['getSocket']> {
  return (_options, callback) => {
    if (refuses(server.host)) {
      callback(new PrivateAddressError());
      return;
    }
    const socket = connect({ ...server, lookup, timeout });
    const fail = (error: Error) => {
      socket.destroy();
      callback(error);
    };
    const late = () =>
      fail(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' }));
    socket.once('error', fail).once('timeout', late);
    socket.once('connect', () => {
      socket.setTimeout(0).off('error', fail).off('timeout', late);
      callback(null, { connection: socket });
    });
  };
}
