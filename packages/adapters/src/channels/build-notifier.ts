import { type ChannelSettings, invalid } from '@klaxon/domain';
import type { ClosableNotifier, Surroundings } from './channel-provider.ts';
import { channelTypes } from './channel-providers.ts';

export interface BuildOptions extends Omit<Surroundings, 'apiUrl'> {
  /** Where the API of a provider is, by the type of its channels, if not where it usually is. */
  readonly apiUrls: Readonly<Record<string, string>>;
}

/**
 * The notifier that reaches people as these settings say.
 *
 * @throws DomainError `invalid` for settings that could never work
 */
export function buildNotifier(
  settings: ChannelSettings,
  { apiUrls, ...options }: BuildOptions,
): ClosableNotifier {
  const provider = channelTypes.get(settings.type);
  if (!provider) throw invalid('type', 'is not known');
  const apiUrl = apiUrls[settings.type] ?? provider.api?.url ?? '';
  return provider.build(settings, { ...options, apiUrl });
}
