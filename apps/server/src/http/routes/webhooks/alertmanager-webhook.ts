import type { AlertUseCases as UseCases } from '@klaxon/application';
import { AlertmanagerNotification, ref, WebhookReceipt } from '@klaxon/contracts';
import { DomainError, throughIntegration } from '@klaxon/domain';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { takesAlerts } from '../../plugins/access.ts';
import { addressOf } from '../../request/address-of.ts';
import { answer } from '../answers.ts';
import { bodyReceiver } from './receive-body.ts';

const SOURCE = 'alertmanager';

/** Alertmanager says nothing of these, and drops the alerts. */
const MAY_NOT_SEND: ReadonlySet<DomainError['kind']> = new Set(['unauthenticated', 'forbidden']);

/** 50,000 alerts of one group are one POST of 36 MB. */
const BODY_LIMIT = 64 * 1024 * 1024;
/** Four of the largest; of what is usual, as much as 16,000 alerts a second bring in half a minute. */
const BODIES_LIMIT = 4 * BODY_LIMIT;

/**
 * Where Alertmanager reports. It repeats a 5xx and drops a 4xx for good, a 429 among them, so whatever
 * arrives is stored or kept among the rejected before it is answered.
 */
export async function alertmanagerWebhook(
  app: HttpApp,
  {
    alertmanager,
    ingestAlerts,
    keepRefusedAlerts,
  }: Pick<UseCases, 'alertmanager' | 'ingestAlerts' | 'keepRefusedAlerts'>,
): Promise<void> {
  // Whatever the header says: a body that is not what it should be is for the source to find out.
  app.removeAllContentTypeParsers();
  const bodies = bodyReceiver({ body: BODY_LIMIT, together: BODIES_LIMIT });
  app.addContentTypeParser('*', ({ raw }: FastifyRequest) => bodies.receive(raw));
  app.addHook('onRequest', async ({ raw }, reply) => {
    delete raw.headers['content-type'];
    reply.raw.once('close', () => bodies.release(raw));
  });

  app.setErrorHandler(async (error, request) => {
    const { log } = request;
    if (error instanceof DomainError && MAY_NOT_SEND.has(error.kind)) {
      const why = { address: addressOf(request), reason: error.message };
      log.warn(why, 'alerts were refused');
      await keepRefusedAlerts({ source: SOURCE, ...why });
    }
    if (isTooLarge(error)) await ingestAlerts(tooLarge());
    if (error instanceof DomainError && error.kind === 'limit')
      throw new DomainError('unavailable', error.message);
    throw error;
  });

  const take = async ({ body, principal, log }: FastifyRequest): Promise<WebhookReceipt> => {
    const received = body instanceof Buffer ? body : Buffer.alloc(0);
    const { report, rejectedAlerts, refusal } = await alertmanager.parse(received);
    const delivery =
      principal.kind === 'integration'
        ? throughIntegration(report.delivery, principal)
        : report.delivery;
    await ingestAlerts({ ...report, delivery });
    if (refusal) {
      log.warn({ reason: refusal.message }, 'a notification of Alertmanager was refused');
      throw refusal;
    }
    return rejectedAlerts === 0
      ? { status: 'ok' }
      : { status: 'ok', accepted: report.delivery.alerts.length, rejected: rejectedAlerts };
  };

  const options = {
    bodyLimit: BODY_LIMIT,
    validatorCompiler: () => () => true,
    config: takesAlerts,
  };
  const schema = {
    tags: ['Webhooks'],
    // Documented as what should come, taken as what does come.
    body: Type.Unsafe<string | undefined>(ref(AlertmanagerNotification)),
    response: { 200: answer('It is stored.', WebhookReceipt) },
    problems: [400, 413],
  };

  app.post(
    '/api/webhooks/alertmanager',
    {
      ...options,
      schema: {
        ...schema,
        operationId: 'receiveAlertmanagerNotification',
        summary: 'Take in a notification of Alertmanager',
        description:
          'Answers when everything is stored. A malformed alert among good ones is kept among the rejected, and the ' +
          'good ones are taken in. After a 503 nothing is stored later, and Alertmanager comes again by itself. For ' +
          'integrations, API keys of all ' +
          'teams and admins.',
      },
    },
    take,
  );

  app.post(
    '/api/webhooks/alertmanager/:key',
    {
      ...options,
      schema: {
        ...schema,
        operationId: 'receiveAlertmanagerNotificationByKey',
        summary: 'Take in a notification of Alertmanager, with the key in the path',
        description: 'For senders that can set nothing but an address.',
        params: Type.Object({ key: Type.String({ description: 'The key of an integration.' }) }),
      },
    },
    take,
  );
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
}

/** The body itself was never read, so only the fact of it is kept. */
function tooLarge(): Parameters<UseCases['ingestAlerts']>[0] {
  const actor = { kind: 'integration', id: SOURCE } as const;
  const reason = `The notification was larger than the ${BODY_LIMIT} bytes that are taken. Set max_alerts in Alertmanager.`;
  return {
    delivery: { actor, sourceGroup: null, status: 'firing', alerts: [] },
    rejected: [{ source: SOURCE, path: '', reason, raw: '' }],
  };
}
