import { DomainError, type Fault } from '../shared/errors.ts';
import type { ChannelType } from './channel.ts';
import { type GivenFields, SMTP_PORT } from './channel-settings.ts';

/** A channel's fields, as they are kept or as they were read. */
export interface ChannelFields {
  readonly config: GivenFields;
  readonly secrets: GivenFields;
}

/**
 * The settings that say where the secrets of a channel go. Those of Slack and Telegram go where Klaxon's
 * own configuration says, whatever the channel.
 */
function destinationOf(type: ChannelType, { config, secrets }: ChannelFields): GivenFields {
  const { host, port = SMTP_PORT, username = null, url } = config;
  if (type === 'email') return { host, port, username };
  return type === 'webhook' ? { url: secrets['url'] ?? url } : {};
}

/** Which settings changed of those that say where secrets go, and who could read them on the way. */
export function changedDestination(
  type: ChannelType,
  before: ChannelFields,
  after: ChannelFields,
): readonly string[] {
  const [from, to] = [destinationOf(type, before), destinationOf(type, after)];
  const changed = Object.keys(to).filter((name) => from[name] !== to[name]);
  const isLaxer = before.config['tls'] === true && after.config['tls'] !== true;
  return isLaxer ? [...changed, 'tls'] : changed;
}

/**
 * Secrets that were saved for one destination go to no other: whoever may edit a channel is never shown
 * them, and must not have them sent to a server of their own either.
 *
 * @param given the secrets that the edit brings; a null is one that is taken away
 * @throws DomainError `invalid` that names each secret to give anew
 */
export function expectSecretsAnew(
  type: ChannelType,
  before: ChannelFields,
  after: ChannelFields,
  given: GivenFields,
): void {
  const changed = changedDestination(type, before, after);
  if (changed.length === 0) return;
  const kept = Object.keys(before.secrets).filter(
    (name) => !changed.includes(name) && given[name] === undefined && after.secrets[name] != null,
  );
  if (kept.length === 0) return;
  const why = changed.map((name) => `config.${name}`).join(', ');
  const faults = kept.map(
    (name): Fault => ({
      path: `secrets.${name}`,
      message: `must be given anew, since ${why} changed: what was saved for one place goes to no other`,
    }),
  );
  const detail = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new DomainError('invalid', detail, faults);
}
