import {
  alertmanagerSource,
  argon2Passwords,
  bearerSecrets,
  prismaAccessQueries,
  prismaAlertQueries,
  prismaAuditQueries,
  prismaDeliveryQueries,
  prismaKeyQueries,
  prismaMetricsQueries,
  prismaPeopleQueries,
  prismaStatusQueries,
  rememberedKeys,
} from '@klaxon/adapters';
import {
  alertUseCases,
  auditUseCases,
  channelUseCases,
  keyUseCases,
  makeChannelSettings,
  makeFindRevoked,
  makeViewStatus,
  notificationUseCases,
  peopleUseCases,
  ruleUseCases,
} from '@klaxon/application';
import type { UseCases } from '../http/app.ts';
import { composeLiveEvents } from './compose-live-events.ts';
import { composeSignIn } from './compose-sign-in.ts';
import type { Foundation } from './foundation.ts';

/** What answers requests. */
export function composeApi(foundation: Foundation): UseCases {
  const { config, databaseUrl, logger, teardown, pool, prisma, change, channels } = foundation;
  const { clock } = change;
  const keys = rememberedKeys(prismaAccessQueries(foundation.keyPrisma));
  const passwords = argon2Passwords();
  const findRevoked = makeFindRevoked({
    queries: prismaAccessQueries(prisma),
    clock,
    policy: config.sessions,
  });
  const deliveries = prismaDeliveryQueries(prisma);
  const metrics = prismaMetricsQueries(prisma);
  const channelDeps = { ...change, ...channels, deliveries };
  const ofChannels = channelUseCases(channelDeps);
  return {
    ...composeSignIn(foundation, { keys, passwords }),
    alerts: alertUseCases({
      ...change,
      store: foundation.store,
      policy: config.ingest,
      sources: { alertmanager: alertmanagerSource() },
      queries: prismaAlertQueries(prisma),
      incidents: foundation.incidents.queries,
    }),
    audit: auditUseCases({ queries: prismaAuditQueries(prisma), findRevoked }),
    channels: {
      ...ofChannels,
      testChannel(input) {
        // Whoever tests a channel has often just edited it, in this process or another.
        channels.directory.forget();
        return ofChannels.testChannel(input);
      },
    },
    chats: foundation.interactions,
    health: foundation.health,
    incidents: foundation.incidents,
    keys: keyUseCases({
      ...change,
      secrets: bearerSecrets,
      queries: prismaKeyQueries(prisma),
      forgetKeys: () => keys.forget(),
    }),
    liveEvents: composeLiveEvents(pool, findRevoked, databaseUrl, logger, teardown),
    messageActions: foundation.messageActions,
    metrics,
    notifications: notificationUseCases({ ...change, queries: deliveries }),
    people: peopleUseCases({
      ...change,
      secrets: bearerSecrets,
      policy: config.sessions,
      passwords,
      queries: prismaPeopleQueries(prisma),
    }),
    rules: ruleUseCases(channelDeps),
    viewStatus: makeViewStatus({
      status: prismaStatusQueries(prisma),
      channelSettings: makeChannelSettings(channels),
      metrics,
      health: foundation.health,
      clock,
    }),
  };
}
