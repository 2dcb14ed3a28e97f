import cookies from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  AccessUseCases,
  AlertUseCases,
  AuditUseCases,
  ChannelUseCases,
  Health,
  IncidentUseCases,
  KeyUseCases,
  LiveEventHub,
  MessageActions,
  MetricsQueries,
  NotificationUseCases,
  PeopleUseCases,
  RuleUseCases,
  SignInUseCases,
  ViewStatus,
} from '@klaxon/application';
import { components } from '@klaxon/contracts';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import { registerAccess } from './plugins/access.ts';
import { registerDashboard } from './plugins/dashboard.ts';
import { registerDrain } from './plugins/drain.ts';
import { registerForeignRequests } from './plugins/foreign-requests.ts';
import { registerHeaders } from './plugins/headers.ts';
import { registerHealth } from './plugins/health.ts';
import { registerJsonBodies } from './plugins/json-bodies.ts';
import { registerOpenapi } from './plugins/openapi.ts';
import {
  answerBrokenRequest,
  answerProblem,
  registerProblemDetails,
} from './plugins/problem-details.ts';
import { type RateLimits, registerRateLimits } from './plugins/rate-limits.ts';
import { makeRequestId, registerRequestLog } from './plugins/request-log.ts';
import { validateRequest } from './plugins/validate-request.ts';
import type { SignInMode } from './request/sign-in-mode.ts';
import { actRoutes } from './routes/act/act-routes.ts';
import { registerAlertRoutes } from './routes/alerts/alert-routes.ts';
import { registerAuditLogRoutes } from './routes/audit-log/audit-log-routes.ts';
import { registerAuthRoutes } from './routes/auth/auth-routes.ts';
import { registerOpenIdRoutes } from './routes/auth/openid-routes.ts';
import { registerChannelRoutes } from './routes/channels/channel-routes.ts';
import { registerEventRoutes } from './routes/events/event-routes.ts';
import { registerIncidentRoutes } from './routes/incidents/incident-routes.ts';
import type { ChatWebhooks } from './routes/integrations/chat-webhooks.ts';
import { slackActions } from './routes/integrations/slack-actions.ts';
import { telegramUpdates } from './routes/integrations/telegram-updates.ts';
import { registerApiKeyRoutes } from './routes/keys/api-key-routes.ts';
import { registerIntegrationRoutes } from './routes/keys/integration-routes.ts';
import { registerMeRoutes } from './routes/me/me-routes.ts';
import { registerAnalyticsRoutes } from './routes/metrics/analytics-routes.ts';
import { registerMetricsRoutes } from './routes/metrics/metrics-routes.ts';
import { registerNotificationRuleRoutes } from './routes/notification-rules/notification-rule-routes.ts';
import { registerNotificationRoutes } from './routes/notifications/notification-routes.ts';
import { registerServiceRoutes } from './routes/services/service-routes.ts';
import { registerStatusRoute } from './routes/status/status-route.ts';
import { registerTeamRoutes } from './routes/teams/team-routes.ts';
import { registerTestAlertRoute } from './routes/test-alerts/test-alert-route.ts';
import { registerInvitationRoutes } from './routes/users/invitation-routes.ts';
import { registerUserRoutes } from './routes/users/user-routes.ts';
import { ALERTMANAGER_WEBHOOK } from './routes/webhooks/alertmanager-webhook.ts';
import { registerSource } from './routes/webhooks/register-source.ts';

/** What the routes call, noun by noun. */
export interface UseCases {
  readonly access: AccessUseCases;
  readonly alerts: AlertUseCases;
  readonly audit: AuditUseCases;
  readonly channels: ChannelUseCases;
  readonly chats: ChatWebhooks;
  readonly health: Health;
  readonly incidents: IncidentUseCases;
  readonly keys: KeyUseCases;
  readonly liveEvents: Pick<LiveEventHub, 'join' | 'close'>;
  readonly messageActions: MessageActions;
  readonly metrics: MetricsQueries;
  readonly notifications: NotificationUseCases;
  readonly people: PeopleUseCases;
  readonly rules: RuleUseCases;
  readonly signIn: SignInUseCases;
  readonly viewStatus: ViewStatus;
}

export interface HttpOptions {
  /** False for silence. */
  readonly logger: FastifyBaseLogger | false;
  /** Klaxon's own version, for the API document. */
  readonly version: string;
  /** Where people reach Klaxon, without a slash at the end; null where nobody said. */
  readonly publicUrl: string | null;
  /** Whether people sign in. */
  readonly signIn: SignInMode;
  /** Whether it listens on loopback alone: then it answers to no foreign name. */
  readonly localOnly: boolean;
  /** Whose `X-Forwarded-*` headers to believe: all, none, or the proxies with these addresses. */
  readonly trustProxy: boolean | string | string[];
  readonly rateLimits: RateLimits;
  /** The folder that the dashboard was built into; null for the API alone. */
  readonly dashboard: string | null;
  readonly newRequestId: () => string;
}

/** Time for a whole request to arrive: 64 MiB within it is a slow line of 9 Mbit/s. */
const REQUEST_TIMEOUT = 60_000;
const HEADERS_TIMEOUT = 10_000;
/** How often Node looks for connections that are past either: its own 30 s would let them live on. */
const CONNECTIONS_CHECKING_INTERVAL = 2_000;

/** The HTTP side of Klaxon, ready to be asked. It never listens by itself. */
export async function buildApp(useCases: UseCases, options: HttpOptions): Promise<FastifyInstance> {
  const { logger, newRequestId } = options;
  const secure = options.publicUrl?.startsWith('https:') ?? false;
  const cookie = { secure, mode: options.signIn };
  const app = fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'request_id',
    }),
    genReqId: makeRequestId(newRequestId),
    trustProxy: options.trustProxy,
    requestTimeout: REQUEST_TIMEOUT,
    http: {
      headersTimeout: HEADERS_TIMEOUT,
      connectionsCheckingInterval: CONNECTIONS_CHECKING_INTERVAL,
    },
    // Node bounds the whole head to 16 KiB; within that, an id that is too long is an id that is wrong.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    return503OnClosing: false,
    frameworkErrors: answerProblem,
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket, newRequestId()),
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler(validateRequest);
  for (const schema of components) app.addSchema(schema);
  registerRequestLog(app);
  registerDrain(app);
  await registerHeaders(app, options);
  registerForeignRequests(app, options);
  await app.register(cookies);
  const countRefusal = await registerRateLimits(app, options.rateLimits);
  registerAccess(app, useCases.access, cookie, countRefusal);
  registerJsonBodies(app);
  registerProblemDetails(app, { hasPages: options.dashboard !== null });
  await registerOpenapi(app, options);

  if (options.dashboard !== null) await registerDashboard(app, options.dashboard);
  registerAuthRoutes(app, useCases.access, useCases.signIn, { mode: options.signIn, cookie });
  registerOpenIdRoutes(app, useCases.signIn, {
    mode: options.signIn,
    cookie,
    publicUrl: options.publicUrl,
  });
  registerMeRoutes(app, useCases.signIn, options.signIn);
  registerAuditLogRoutes(app, useCases.audit);
  registerApiKeyRoutes(app, useCases.keys);
  registerIntegrationRoutes(app, useCases.keys, options.publicUrl);
  registerInvitationRoutes(app, useCases.people, { mode: options.signIn, cookie });
  registerUserRoutes(app, useCases.people, options);
  registerTeamRoutes(app, useCases.people);
  registerServiceRoutes(app, useCases.people);
  registerHealth(app, useCases.health);
  registerIncidentRoutes(app, useCases.incidents);
  registerAlertRoutes(app, useCases.alerts);
  registerTestAlertRoute(app, useCases.alerts);
  registerEventRoutes(app, useCases.liveEvents);
  registerMetricsRoutes(app, useCases.metrics);
  registerAnalyticsRoutes(app, useCases.metrics);
  registerStatusRoute(app, useCases.viewStatus);
  registerNotificationRoutes(app, useCases.notifications);
  registerChannelRoutes(app, useCases.channels);
  registerNotificationRuleRoutes(app, useCases.rules);
  const { sources, receiveReport } = useCases.alerts;
  await registerSource(app, sources.alertmanager, receiveReport, ALERTMANAGER_WEBHOOK);
  await app.register(actRoutes, useCases.messageActions);
  await app.register(slackActions, useCases.chats);
  await app.register(telegramUpdates, useCases.chats);
  await app.ready();
  return app;
}
