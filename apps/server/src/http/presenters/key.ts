import type { ApiKeyView, IntegrationView } from '@klaxon/application';
import { type ApiKey, GRANTABLE, type Integration } from '@klaxon/contracts';
import { presentNullableTime, presentTime } from './time.ts';

export function presentApiKey(key: ApiKeyView): ApiKey {
  const { id, name, prefix, teamId, createdById } = key;
  const scopes = GRANTABLE.filter((scope) => key.scopes.includes(scope));
  return {
    id,
    name,
    prefix,
    scopes,
    team_id: teamId,
    created_by_id: createdById,
    ...presentTimes(key),
  };
}

export function presentIntegration(integration: IntegrationView): Integration {
  const { id, name, service, teamId, createdAt, updatedAt } = integration;
  return {
    id,
    name,
    service,
    team_id: teamId,
    keys: integration.keys.map((key) => ({
      id: key.id,
      prefix: key.prefix,
      ...presentTimes(key),
    })),
    created_at: presentTime(createdAt),
    updated_at: presentTime(updatedAt),
  };
}

/** What to put into alertmanager.yml. */
export function presentAlertmanagerConfig(baseUrl: string, key: string): string {
  return `receivers:
  - name: klaxon
    webhook_configs:
      - url: ${baseUrl}/api/webhooks/alertmanager
        send_resolved: true
        http_config:
          authorization:
            credentials: ${key}
`;
}

interface Times {
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
}

function presentTimes({ createdAt, expiresAt, lastUsedAt }: Times) {
  return {
    created_at: presentTime(createdAt),
    expires_at: presentNullableTime(expiresAt),
    last_used_at: presentNullableTime(lastUsedAt),
  };
}
