import { ref, TelegramUpdate } from '@klaxon/contracts';
import { DomainError, notFound } from '@klaxon/domain';
import { Type } from 'typebox';
import type { HttpApp } from '../../http-app.ts';
import { open } from '../../plugins/access.ts';
import type { ChatWebhooks } from './chat-webhooks.ts';

/** Where Telegram reports the buttons that people press, if Klaxon has a public address. */
export async function telegramUpdates(
  app: HttpApp,
  { telegramInteractions }: Pick<ChatWebhooks, 'telegramInteractions'>,
): Promise<void> {
  // Before the body is read: nobody else makes Klaxon read anything here.
  app.addHook('onRequest', async ({ headers }) => {
    if (!telegramInteractions)
      throw notFound(
        'Telegram is not listened to here: set TELEGRAM_WEBHOOK_SECRET to open this address.',
      );
    const secretToken = String(headers['x-telegram-bot-api-secret-token']);
    if (!telegramInteractions.isGenuine({ secretToken }))
      throw new DomainError(
        'forbidden',
        'The secret token is not the one that Telegram was given.',
      );
  });

  app.post(
    '/api/integrations/telegram/updates',
    {
      validatorCompiler: () => () => true,
      config: open('Telegram proves itself by a secret header.'),
      schema: {
        operationId: 'receiveTelegramUpdate',
        summary: 'Take in a button that was pressed in Telegram',
        description:
          'The address to give to `setWebhook`, with TELEGRAM_WEBHOOK_SECRET as `secret_token`. It answers 404 ' +
          'where that is not set. After a 503 Telegram comes again by itself.',
        tags: ['Integrations'],
        body: Type.Unsafe<unknown>(ref(TelegramUpdate)),
        response: {
          200: Type.Unsafe<undefined>({
            type: 'null',
            description: 'It is done, or told to the person why not.',
          }),
        },
        problems: [400, 403, 404, 413, 415],
      },
    },
    async ({ body }, reply) => {
      await telegramInteractions?.receive(body);
      return reply.code(200).send();
    },
  );
}
