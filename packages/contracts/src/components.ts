import { Alert, AlertList, AlertStatus } from './alert.ts';
import { AlertmanagerAlert, AlertmanagerNotification, WebhookReceipt } from './alertmanager.ts';
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
import { Labels, NewLabels } from './labels.ts';
import {
  IncidentsBySeverity,
  IncidentsByStatus,
  Metrics,
  MetricsBucket,
  MetricsPoint,
  MetricsSeries,
} from './metrics.ts';
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
  CreateIncidentRequest,
  EditIncidentRequest,
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
  Labels,
  Liveness,
  MergeRequest,
  Metrics,
  MetricsBucket,
  MetricsPoint,
  MetricsSeries,
  NewLabels,
  Problem,
  Readiness,
  RejectedAlert,
  RejectedAlertList,
  Severity,
  SnoozeRequest,
  Timeline,
  WebhookReceipt,
];
