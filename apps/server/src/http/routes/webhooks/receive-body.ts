import type { IncomingMessage } from 'node:http';
import { DomainError } from '@klaxon/domain';
import { errorCodes } from 'fastify';

export interface ReceivingLimits {
  /** The longest body, in bytes. */
  readonly body: number;
  /** What may be there at once of all bodies that are not answered yet. */
  readonly together: number;
}

/**
 * Receives bodies as bytes, as many at once as memory has room for.
 *
 * @throws DomainError `unavailable` where there is no room, and a Fastify error for a body that is too
 *   long or did not arrive as a whole
 */
export function bodyReceiver(limits: ReceivingLimits) {
  const held = new WeakMap<IncomingMessage, number>();
  let together = 0;

  function hold(request: IncomingMessage, bytes: number): void {
    const own = (held.get(request) ?? 0) + bytes;
    if (own > limits.body) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    if (together + bytes > limits.together)
      throw new DomainError(
        'unavailable',
        'More is arriving than there is room for. Send it again shortly.',
      );
    together += bytes;
    held.set(request, own);
  }

  return {
    receive(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
      return new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        const settle = (how: () => void) => {
          request.off('data', onData).off('end', onEnd).off('error', onError).off('close', onClose);
          how();
        };
        const onData = (chunk: Buffer) => {
          try {
            hold(request, chunk.length);
            chunks.push(chunk);
          } catch (error) {
            settle(() => reject(error));
          }
        };
        const onEnd = () => settle(() => resolve(Buffer.concat(chunks)));
        const onError = () => settle(() => reject(brokenOff()));
        const onClose = onError;
        const announced = Number(request.headers['content-length'] ?? 0);
        if (announced > limits.body) return reject(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
        request.on('data', onData).on('end', onEnd).on('error', onError).on('close', onClose);
      });
    },

    /** To be called when the request was answered, or its connection is gone. */
    release(request: IncomingMessage): void {
      together -= held.get(request) ?? 0;
      held.delete(request);
    },
  };
}

function brokenOff(): Error {
  return Object.assign(new Error('the connection broke before the body had arrived as a whole'), {
    code: 'BODY_BROKEN_OFF',
    statusCode: 400,
  });
}
