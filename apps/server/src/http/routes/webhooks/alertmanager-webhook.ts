import { AlertmanagerNotification } from '@klaxon/contracts';
import type { SourceDocument } from './register-source.ts';

export const ALERTMANAGER_WEBHOOK: SourceDocument = {
  name: 'Alertmanager',
  path: '/api/webhooks/alertmanager',
  body: AlertmanagerNotification,
  operationId: 'receiveAlertmanagerNotification',
  description:
    'Answers when everything is stored. A malformed alert among good ones is kept among the rejected, and the ' +
    'good ones are taken in. After a 503 nothing is stored later, and Alertmanager comes again by itself. For ' +
    'integrations, API keys of all teams and admins.',
};
