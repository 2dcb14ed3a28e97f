import type {
  AccessTokens,
  AlertQueries,
  AlertSource,
  AuditQueries,
  Authenticate,
  ChannelViews,
  DeliveryQueries,
  Health,
  IncidentQueries,
  Interactions,
  KeyQueries,
  LiveEventHub,
  MessageActions,
  MetricsQueries,
  makeAcknowledgeIncident,
  makeAddNote,
  makeChangePassword,
  makeCreateAccessToken,
  makeCreateApiKey,
  makeCreateChannel,
  makeCreateIncident,
  makeCreateIntegration,
  makeCreateRule,
  makeDeleteChannel,
  makeDeleteIntegration,
  makeDeleteRule,
  makeEditChannel,
  makeEditIncident,
  makeEditIntegration,
  makeEditRule,
  makeExportAuditLog,
  makeMergeIncidents,
  makeRenameMyself,
  makeReopenIncident,
  makeResendDelivery,
  makeResolveIncident,
  makeRevokeApiKey,
  makeRevokeOtherSessions,
  makeRevokeSession,
  makeRotateIntegrationKey,
  makeSendTestAlert,
  makeSignIn,
  makeSignInWithOpenId,
  makeSignOut,
  makeSnoozeIncident,
  makeTestChannel,
  OpenIdProvider,
  Owners,
  PersonNames,
  ReceiveReport,
  RuleViews,
  SessionQueries,
  SlackProof,
  TelegramProof,
} from '@klaxon/application';
import type { SystemStatus } from '@klaxon/domain';
import type { PeopleUseCases } from './people-use-cases.ts';

/** All that the routes can call, filled by composition/. */
export interface UseCases extends PeopleUseCases {
  readonly authenticate: Authenticate;
  readonly owners: Owners;
  readonly keys: KeyQueries;
  readonly createApiKey: ReturnType<typeof makeCreateApiKey>;
  readonly revokeApiKey: ReturnType<typeof makeRevokeApiKey>;
  readonly createIntegration: ReturnType<typeof makeCreateIntegration>;
  readonly editIntegration: ReturnType<typeof makeEditIntegration>;
  readonly deleteIntegration: ReturnType<typeof makeDeleteIntegration>;
  readonly rotateIntegrationKey: ReturnType<typeof makeRotateIntegrationKey>;
  readonly auditLog: AuditQueries;
  readonly exportAuditLog: ReturnType<typeof makeExportAuditLog>;
  /** Null where there is no OpenID provider. */
  readonly openId: {
    readonly provider: OpenIdProvider;
    readonly signIn: ReturnType<typeof makeSignInWithOpenId>;
    /** What a browser keeps while it is at the provider, so that it can neither be read nor changed. */
    readonly sealFlow: (flow: string) => string;
    /** Null for what was not sealed here. */
    readonly openFlow: (sealed: string) => string | null;
    readonly now: () => number;
  } | null;
  readonly signIn: ReturnType<typeof makeSignIn>;
  readonly signOut: ReturnType<typeof makeSignOut>;
  readonly createAccessToken: ReturnType<typeof makeCreateAccessToken>;
  readonly publicKeys: AccessTokens['publicKeys'];
  readonly renameMyself: ReturnType<typeof makeRenameMyself>;
  readonly changePassword: ReturnType<typeof makeChangePassword>;
  readonly sessionsOf: SessionQueries['sessionsOf'];
  readonly revokeSession: ReturnType<typeof makeRevokeSession>;
  readonly revokeOtherSessions: ReturnType<typeof makeRevokeOtherSessions>;
  readonly receiveReport: ReceiveReport;
  readonly sources: { readonly alertmanager: AlertSource };
  readonly createIncident: ReturnType<typeof makeCreateIncident>;
  readonly acknowledgeIncident: ReturnType<typeof makeAcknowledgeIncident>;
  readonly resolveIncident: ReturnType<typeof makeResolveIncident>;
  readonly reopenIncident: ReturnType<typeof makeReopenIncident>;
  readonly editIncident: ReturnType<typeof makeEditIncident>;
  readonly addNote: ReturnType<typeof makeAddNote>;
  readonly snoozeIncident: ReturnType<typeof makeSnoozeIncident>;
  readonly mergeIncidents: ReturnType<typeof makeMergeIncidents>;
  readonly incidents: IncidentQueries;
  readonly personNames: PersonNames;
  readonly alerts: AlertQueries;
  readonly metrics: MetricsQueries;
  readonly liveEvents: Pick<LiveEventHub, 'join' | 'close'>;
  readonly sendTestAlert: ReturnType<typeof makeSendTestAlert>;
  readonly viewStatus: () => Promise<SystemStatus>;
  readonly notifications: Pick<DeliveryQueries, 'list'>;
  readonly resendNotification: ReturnType<typeof makeResendDelivery>;
  readonly channels: ChannelViews;
  readonly createChannel: ReturnType<typeof makeCreateChannel>;
  readonly editChannel: ReturnType<typeof makeEditChannel>;
  readonly deleteChannel: ReturnType<typeof makeDeleteChannel>;
  readonly testChannel: ReturnType<typeof makeTestChannel>;
  readonly rules: RuleViews;
  readonly createRule: ReturnType<typeof makeCreateRule>;
  readonly editRule: ReturnType<typeof makeEditRule>;
  readonly deleteRule: ReturnType<typeof makeDeleteRule>;
  readonly health: Health;
  readonly messageActions: MessageActions;
  /** Null where Slack has no secret to sign with: then its address is closed. */
  readonly slackInteractions: Interactions<SlackProof> | null;
  /** Null where Telegram was given no secret: then its address is closed. */
  readonly telegramInteractions: Interactions<TelegramProof> | null;
}
