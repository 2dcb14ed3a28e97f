import type { AlertSource, ReceiveReport } from '@klaxon/application';
import { ref, WebhookReceipt } from '@klaxon/contracts';
import { DomainError } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { takesAlerts } from '../../plugins/access.ts';
import { addressOf } from '../../request/address-of.ts';
import { answer } from '../answers.ts';
import { bodyReceiver } from './receive-body.ts';

/** What the API document says of a source. */
export interface SourceDocument {
  /** What it is called, such as `Alertmanager`. */
  readonly name: string;
  /** Where it reports. */
  readonly path: `/api/webhooks/${string}`;
  /** What it should send. Taken is what does come. */
  readonly body: Parameters<typeof ref>[0];
  /** Ends with `ByKey` for the address with the key in its path. */
  readonly operationId: string;
  readonly description: string;
}

/** Senders say nothing of these, and drop the alerts. */
const MAY_NOT_SEND: ReadonlySet<DomainError['kind']> = new Set(['unauthenticated', 'forbidden']);

/** 50,000 alerts of one group are one POST of 36 MB. */
const BODY_LIMIT = 64 * 1024 * 1024;
/** Four of the largest; of what is usual, as much as 16,000 alerts a second bring in half a minute. */
const BODIES_LIMIT = 4 * BODY_LIMIT;

/**
 * Where a source reports. Senders repeat a 5xx and drop a 4xx for good, a 429 among them, so whatever
 * arrives is stored or kept among the rejected before it is answered.
 */
export async function registerSource(
  app: HttpApp,
  source: AlertSource,
  reports: ReceiveReport,
  { name, path, body: documented, operationId, description }: SourceDocument,
): Promise<void> {
  await app.register(async (within: HttpApp) => {
    // Whatever the header says: a body that is not what it should be is for the source to find out.
    within.removeAllContentTypeParsers();
    const bodies = bodyReceiver({ body: BODY_LIMIT, together: BODIES_LIMIT });
    within.addContentTypeParser('*', ({ raw }: FastifyRequest) => bodies.receive(raw));
    within.addHook('onRequest', async ({ raw }, reply) => {
      delete raw.headers['content-type'];
      reply.raw.once('close', () => bodies.release(raw));
    });

    within.setErrorHandler(async (error, request) => {
      if (error instanceof DomainError && MAY_NOT_SEND.has(error.kind)) {
        const why = { address: addressOf(request), reason: error.message };
        request.log.warn(why, 'alerts were refused');
        await reports.refused({ source, ...why });
      }
      if (isTooLarge(error)) await reports.tooLarge(source, BODY_LIMIT);
      if (error instanceof DomainError && error.kind === 'limit')
        throw new DomainError('unavailable', error.message);
      throw error;
    });

    const receive = async ({ body, principal, log }: FastifyRequest): Promise<WebhookReceipt> => {
      const bytes = body instanceof Buffer ? body : Buffer.alloc(0);
      try {
        const { accepted, rejected } = await reports.receive({ source, body: bytes, principal });
        return rejected === 0 ? { status: 'ok' } : { status: 'ok', accepted, rejected };
      } catch (error) {
        if (error instanceof DomainError && error.kind === 'invalid')
          log.warn({ source: source.name, reason: error.message }, 'a report was refused');
        throw error;
      }
    };

    const options = {
      bodyLimit: BODY_LIMIT,
      validatorCompiler: () => () => true,
      config: takesAlerts,
    };
    const schema = {
      tags: ['Webhooks'],
      body: Type.Unsafe<string | undefined>(ref(documented)),
      response: { 200: answer('It is stored.', WebhookReceipt) },
      problems: [400, 413],
    };
    const summary = `Take in a notification of ${name}`;
    within.post(
      path,
      { ...options, schema: { ...schema, operationId, summary, description } },
      receive,
    );
    within.post(
      `${path}/:key`,
      {
        ...options,
        schema: {
          ...schema,
          operationId: `${operationId}ByKey`,
          summary: `${summary}, with the key in the path`,
          description: 'For senders that can set nothing but an address.',
          params: Type.Object({ key: Type.String({ description: 'The key of an integration.' }) }),
        },
      },
      receive,
    );
  });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
}
