import type { ChannelView, SavedChannel } from '@klaxon/application';
import type {
  Channel,
  ChannelList,
  ChannelTestResult,
  SavedChannel as WireSavedChannel,
} from '@klaxon/contracts';
import type { AttemptOutcome } from '@klaxon/domain';
import { presentNullableTime } from './time.ts';

export function presentChannel(view: ChannelView): Channel {
  const { health } = view;
  return {
    id: view.id,
    name: view.name,
    type: view.type,
    source: view.source,
    enabled: view.enabled,
    fallback: view.fallback,
    summary: view.summary,
    config: view.config,
    secrets: Object.fromEntries(view.secretsSet.map((name) => [name, 'set'] as const)),
    fault: view.fault,
    health: {
      last_sent_at: presentNullableTime(health.lastSentAt),
      last_failed_at: presentNullableTime(health.lastFailedAt),
      last_error: health.lastError,
      queued: health.queued,
    },
    created_at: presentNullableTime(view.createdAt),
    updated_at: presentNullableTime(view.updatedAt),
  };
}

export function presentChannels(views: readonly ChannelView[]): ChannelList {
  return { channels: views.map(presentChannel), total: views.length };
}

export function presentSavedChannel(
  view: ChannelView,
  { generatedSecret }: SavedChannel,
): WireSavedChannel {
  return { ...presentChannel(view), generated_secret: generatedSecret };
}

export function presentChannelTest(outcome: AttemptOutcome): ChannelTestResult {
  return outcome.result === 'sent'
    ? { result: 'sent', error: null, provider_id: outcome.providerId }
    : { result: outcome.result, error: outcome.error, provider_id: null };
}
