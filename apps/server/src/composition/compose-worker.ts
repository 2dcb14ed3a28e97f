import { pause, prismaMetricsRollup } from '@klaxon/adapters';
import {
  type AttemptDelivery,
  type JobDeps,
  type JobHandlers,
  jobHandlers,
  jobPeriods,
  makeAttemptDelivery,
  makeOfferActions,
} from '@klaxon/application';
import type { Listener } from './compose-interactions.ts';
import type { Foundation } from './foundation.ts';

export interface ComposedWorker {
  readonly handlers: JobHandlers;
  readonly periods: ReturnType<typeof jobPeriods>;
  readonly attempt: AttemptDelivery;
  readonly listeners: readonly Listener[];
}

/** What takes jobs, sends messages, and hears what people do in chats. */
export function composeWorker(foundation: Foundation): ComposedWorker {
  const { config, prisma, change, incidents, channels, actionTokens } = foundation;
  const deps: JobDeps = {
    ...change,
    store: foundation.store,
    ingest: config.ingest,
    sessions: config.sessions,
    staleAfter: config.staleAfter,
    metricsRollup: prismaMetricsRollup(prisma),
    alertmanagers: foundation.alertmanagers,
    directory: channels.directory,
    queries: incidents.queries,
    personNames: incidents.personNames,
    answering: new Set(),
    actionsFor: makeOfferActions(actionTokens, config.publicUrl, change.clock),
    jitter: foundation.jitter,
    pause,
    publicUrl: config.publicUrl,
  };
  return {
    handlers: jobHandlers(deps),
    periods: jobPeriods(deps),
    attempt: makeAttemptDelivery(deps),
    listeners: foundation.interactions.listeners,
  };
}
