import { Alert, AlertList, AlertStatus } from './alert.ts';
import { AlertmanagerAlert, AlertmanagerNotification, WebhookReceipt } from './alertmanager.ts';
import { AnnouncementKind } from './announcement-kind.ts';
import {
  Channel,
  ChannelHealth,
  ChannelList,
  ChannelTestResult,
  ChannelType,
  CreateChannelRequest,
  EditChannelRequest,
  SavedChannel,
} from './channel.ts';
import type { Component } from './component.ts';
import { HealthCheck, Liveness, Readiness } from './health.ts';
import {
  AcknowledgeRequest,
  AddNoteRequest,
  CreateIncidentRequest,
  EditIncidentRequest,
  Incident,
  IncidentDetail,
  IncidentList,
  IncidentSort,
  IncidentStatus,
  MergeRequest,
  SnoozeRequest,
} from './incident.ts';
import { Actor, IncidentEvent, IncidentEventType, Timeline } from './incident-event.ts';
import { SlackInteraction, TelegramUpdate } from './integrations.ts';
import { Labels, NewLabels } from './labels.ts';
import {
  IncidentsBySeverity,
  IncidentsByStatus,
  Metrics,
  MetricsBucket,
  MetricsPoint,
  MetricsSeries,
} from './metrics.ts';
import { Notification, NotificationList, NotificationStatus } from './notification.ts';
import {
  CreateNotificationRuleRequest,
  EditNotificationRuleRequest,
  LabelMatcher,
  NotificationRule,
  NotificationRuleList,
} from './notification-rule.ts';
import { Fault, Problem } from './problem.ts';
import { RejectedAlert, RejectedAlertList } from './rejected-alert.ts';
import { Severity } from './severity.ts';

/** Every named schema of the API. */
export const components: readonly Component[] = [
  AcknowledgeRequest,
  Actor,
  AddNoteRequest,
  Alert,
  AlertList,
  AlertStatus,
  AlertmanagerAlert,
  AlertmanagerNotification,
  AnnouncementKind,
  Channel,
  ChannelHealth,
  ChannelList,
  ChannelTestResult,
  ChannelType,
  CreateChannelRequest,
  CreateIncidentRequest,
  CreateNotificationRuleRequest,
  EditChannelRequest,
  EditIncidentRequest,
  EditNotificationRuleRequest,
  Fault,
  HealthCheck,
  Incident,
  IncidentDetail,
  IncidentEvent,
  IncidentEventType,
  IncidentList,
  IncidentSort,
  IncidentStatus,
  IncidentsBySeverity,
  IncidentsByStatus,
  LabelMatcher,
  Labels,
  Liveness,
  MergeRequest,
  Metrics,
  MetricsBucket,
  MetricsPoint,
  MetricsSeries,
  NewLabels,
  Notification,
  NotificationList,
  NotificationRule,
  NotificationRuleList,
  NotificationStatus,
  Problem,
  Readiness,
  RejectedAlert,
  RejectedAlertList,
  SavedChannel,
  Severity,
  SlackInteraction,
  SnoozeRequest,
  TelegramUpdate,
  Timeline,
  WebhookReceipt,
];
