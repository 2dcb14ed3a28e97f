import type {
  AlertQueries,
  AlertSource,
  Authenticate,
  ChannelViews,
  DeliveryQueries,
  Health,
  IncidentQueries,
  IngestAlerts,
  Interactions,
  MessageActions,
  MetricsQueries,
  makeAcknowledgeIncident,
  makeAddNote,
  makeCreateChannel,
  makeCreateIncident,
  makeCreateRule,
  makeDeleteChannel,
  makeDeleteRule,
  makeEditChannel,
  makeEditIncident,
  makeEditRule,
  makeMergeIncidents,
  makeReopenIncident,
  makeResendDelivery,
  makeResolveIncident,
  makeSnoozeIncident,
  makeTestChannel,
  Owners,
  RuleViews,
  SlackProof,
  TelegramProof,
} from '@klaxon/application';

/** All that the routes can call, filled by composition/. */
export interface UseCases {
  readonly authenticate: Authenticate;
  readonly owners: Owners;
  readonly ingestAlerts: IngestAlerts;
  readonly alertmanager: AlertSource;
  readonly createIncident: ReturnType<typeof makeCreateIncident>;
  readonly acknowledgeIncident: ReturnType<typeof makeAcknowledgeIncident>;
  readonly resolveIncident: ReturnType<typeof makeResolveIncident>;
  readonly reopenIncident: ReturnType<typeof makeReopenIncident>;
  readonly editIncident: ReturnType<typeof makeEditIncident>;
  readonly addNote: ReturnType<typeof makeAddNote>;
  readonly snoozeIncident: ReturnType<typeof makeSnoozeIncident>;
  readonly mergeIncidents: ReturnType<typeof makeMergeIncidents>;
  readonly incidents: IncidentQueries;
  readonly alerts: AlertQueries;
  readonly metrics: MetricsQueries;
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
