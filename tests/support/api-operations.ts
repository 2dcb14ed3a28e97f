import { eventually } from './eventually.ts';
import type { SecuredKlaxon } from './secured-klaxon.ts';

export type Json = null | boolean | number | string | Json[] | { readonly [name: string]: Json };

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Readonly<Record<string, Json>>;
}

/** An operation of the API document. */
export interface Operation {
  /** `POST /api/incidents`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** What it takes to be let in; null where that is open, or being somebody is enough. */
  readonly scope: string | null;
  readonly parameters: readonly Parameter[];
  /** A body that it takes, as the document shows it; null where it takes none. */
  readonly example: Readonly<Record<string, Json>> | null;
  /** The names of all that its body may have. */
  readonly fields: readonly string[];
}

/** All that the API document of a running Klaxon names. */
export async function operationsOf(klaxon: SecuredKlaxon): Promise<readonly Operation[]> {
  const document = await klaxon.get(klaxon.admin, 'GET', '/openapi.json');
  const resolve = (schema: { $ref?: string }) =>
    schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  return Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    // biome-ignore lint/suspicious/noExplicitAny: a document, walked through
    Object.entries<any>(methods).map(([method, { security, parameters = [], requestBody }]) => {
      const body = requestBody && resolve(requestBody.content['application/json']?.schema ?? {});
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        scope:
          security.flatMap((scheme: Record<string, string[]>) => Object.values(scheme).flat())[0] ??
          null,
        parameters,
        example: body ? (body.examples?.[0] ?? {}) : null,
        fields: Object.keys(body?.properties ?? {}),
      };
    }),
  );
}

/** An id that nothing has. */
export const NOTHING = '0199f3a4-7c1e-7d52-9b1f-3f0a5c7e2d10';

/** One id of each kind, by the noun in the address. */
export type Samples = Readonly<Record<string, string>>;

/** Where no channel of the environment gets anywhere, so that its notifications can be looked at. */
export const CHANNEL_TO_NOWHERE = {
  SLACK_TOKEN: 'xoxb-none',
  SLACK_CHANNEL: '#none',
  SLACK_API_URL: 'http://127.0.0.1:9/',
};

/** Makes one of each; the incident and its notification belong to the team. */
export async function makeSamples(klaxon: SecuredKlaxon, teamId: string): Promise<Samples> {
  const { admin } = klaxon;
  const make = (path: string, wish: object) => klaxon.get(admin, 'POST', path, wish);
  const team = await make('/api/teams', { name: 'Spare' });
  const service = await make('/api/services', { name: 'shop', team_id: teamId });
  const incident = await klaxon.incidentOf('shop');
  const { alerts } = await klaxon.get(admin, 'GET', '/api/alerts?limit=1');
  const notification = await eventually(async () => {
    const list = await klaxon.get(admin, 'GET', '/api/notifications?limit=1');
    return list.notifications[0]?.id ?? null;
  });
  const config = { url: 'https://example.org/hook' };
  const channel = await make('/api/channels', { name: 'Sample', type: 'webhook', config });
  const wish = { name: 'Sample', channel_id: channel.id };
  const rule = await make('/api/notification-rules', wish);
  const user = await klaxon.invite('sample@example.org', 'viewer');
  const integration = await klaxon.integration('Sample');
  return {
    incidents: incident,
    alerts: alerts[0].id,
    notifications: notification,
    channels: channel.id,
    'notification-rules': rule.id,
    users: user.id,
    teams: team.id,
    services: service.id,
    integrations: integration.id,
    'api-keys': NOTHING,
    sessions: NOTHING,
  };
}

/** The address of an operation, with samples for what it names. */
export function addressOf({ path }: Pick<Operation, 'path'>, samples: Samples): string {
  const noun = /^\/api\/(?:me\/)?([\w-]+)\//.exec(path)?.[1] ?? '';
  const filled = path
    .replace('{user_id}', samples['users'] ?? '')
    .replace('{key}', 'kli_wrong')
    .replace('{id}', samples[noun] ?? '');
  if (filled.includes('{')) throw new Error(`no sample for ${path}`);
  return filled;
}
