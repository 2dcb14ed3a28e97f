import { setTimeout as delay } from 'node:timers/promises';
import { ref, SlackInteraction } from '@klaxon/contracts';
import { DomainError, invalid, notFound } from '@klaxon/domain';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { open } from '../../plugins/access.ts';
import type { ChatWebhooks } from './chat-webhooks.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Slack shows the person a failure after three seconds; what takes longer goes on and is told later. */
const ANSWER_WITHIN_MS = 2_500;

/** Where Slack reports the buttons that people press, if Klaxon has a public address. */
export async function slackActions(
  app: HttpApp,
  { slackInteractions }: Pick<ChatWebhooks, 'slackInteractions'>,
): Promise<void> {
  // The signature is over the body as it came.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async () => {
    if (!slackInteractions)
      throw notFound(
        'Slack is not listened to here: set SLACK_SIGNING_SECRET to open this address.',
      );
  });

  app.post(
    '/api/integrations/slack/actions',
    {
      validatorCompiler: () => () => true,
      config: open('Slack proves itself by a signature.'),
      schema: {
        operationId: 'receiveSlackInteraction',
        summary: 'Take in a button that was pressed in Slack',
        description:
          'The "Request URL" of the Slack app, for interactivity. Requests must carry Slack\'s signature, from ' +
          'within five minutes. It answers 404 where SLACK_SIGNING_SECRET is not set.',
        tags: ['Integrations'],
        consumes: [FORM],
        body: Type.Unsafe<unknown>(ref(SlackInteraction)),
        response: {
          200: Type.Unsafe<undefined>({
            type: 'null',
            description: 'It is done, or told to the person why not.',
          }),
        },
        problems: [400, 403, 404, 413, 415],
      },
    },
    async ({ body, headers, log }, reply) => {
      if (!slackInteractions || !(body instanceof Uint8Array)) throw invalid('body', 'is missing');
      const timestamp = String(headers['x-slack-request-timestamp']);
      const signature = String(headers['x-slack-signature']);
      if (!slackInteractions.isGenuine({ body, timestamp, signature }))
        throw new DomainError(
          'forbidden',
          'The signature is not one of Slack from the last minutes.',
        );
      const received = slackInteractions.receive(readPayload(body));
      received.catch((error) => log.warn({ err: error }, 'a button pressed in Slack did not work'));
      const inTime = new AbortController();
      const late = delay(ANSWER_WITHIN_MS, undefined, { signal: inTime.signal }).catch(() => {});
      await Promise.race([received, late]).finally(() => inTime.abort());
      return reply.code(200).send();
    },
  );
}

function readPayload(body: Uint8Array): unknown {
  const payload = new URLSearchParams(Buffer.from(body).toString('utf8')).get('payload');
  try {
    return JSON.parse(payload ?? '');
  } catch {
    throw invalid('payload', 'must be JSON');
  }
}
