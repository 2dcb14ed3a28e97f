import {
  type ChannelSettings,
  type ChannelType,
  type ChannelTypes,
  conflict,
  DomainError,
  type GivenFields,
  notFound,
  readChannelSettings,
  shownConfig,
} from '@klaxon/domain';
import type { AuditEntry, AuditFacts } from '../../ports/audit-log.ts';
import type { ChannelDirectory } from '../../ports/channel-directory.ts';
import type { ChannelRecord } from '../../ports/channel-repository.ts';
import type { Sealed, SecretBox } from '../../ports/secret-box.ts';
import type { ChangeDeps } from '../../shared/change-deps.ts';

export interface ChannelDeps extends ChangeDeps {
  readonly types: ChannelTypes;
  readonly box: SecretBox;
  /** The channels that nobody can edit. */
  readonly environment: Pick<ChannelDirectory, 'channels'>;
  readonly newWebhookSecret: () => string;
}

/** A channel as it was saved. */
export interface SavedChannel {
  readonly channelId: string;
  /** A signing secret that Klaxon made up: shown now and never again. */
  readonly generatedSecret: string | null;
}

/** @throws DomainError `conflict` for a channel of the environment, which is edited there */
export async function refuseEnvironment(
  { environment }: Pick<ChannelDeps, 'environment'>,
  channelId: string,
): Promise<void> {
  if (!channelId.startsWith('env:')) return;
  const known = (await environment.channels()).some(({ id }) => id === channelId);
  if (!known) throw noChannel(channelId);
  throw conflict(
    'This channel comes from environment variables: change them and start Klaxon again.',
  );
}

export function noChannel(id: string): DomainError {
  return notFound(`There is no channel ${id}.`);
}

/**
 * What this process knows of a channel's type.
 *
 * @throws DomainError `conflict` where only a newer Klaxon knows it
 */
export function typeOf(types: ChannelTypes, { type }: Pick<ChannelRecord, 'type'>): ChannelType {
  const known = types.get(type);
  if (!known) throw conflict(unknownType(type));
  return known;
}

export function unknownType(type: string): string {
  return `This Klaxon does not know channels of the type "${type}". A newer one set it up, and sends to it.`;
}

/** A channel whose signing secret Klaxon makes up, and that comes without one, gets it. */
export function withMadeUpSecret(
  { fields }: ChannelType,
  secrets: GivenFields,
  newWebhookSecret: () => string,
): { readonly secrets: GivenFields; readonly generated: string | null } {
  const missing = fields.find(({ madeUp, name }) => madeUp && (secrets[name] ?? null) === null);
  if (!missing) return { secrets, generated: null };
  const generated = newWebhookSecret();
  return { secrets: { ...secrets, [missing.name]: generated }, generated };
}

/** The secrets that are set, sealed; null where none is. */
export function sealSecrets(
  box: SecretBox,
  channelId: string,
  { secrets }: { readonly secrets: GivenFields },
): Sealed | null {
  const set = Object.entries(secrets).filter(([, value]) => value !== null);
  if (set.length === 0) return null;
  return box.seal(JSON.stringify(Object.fromEntries(set)), channelId);
}

/** @throws DomainError `conflict` where they cannot be opened */
export function openSecrets(
  box: SecretBox,
  { id, sealed }: Pick<ChannelRecord, 'id' | 'sealed'>,
): GivenFields {
  if (sealed === null) return {};
  const fields: unknown = JSON.parse(box.open(sealed, id));
  if (typeof fields !== 'object' || fields === null)
    throw conflict('The secrets are not what Klaxon sealed. Enter them again.');
  return { ...fields };
}

/**
 * @throws DomainError `conflict` where the type is not known or the secrets cannot be opened, `invalid` where
 * the row is no channel
 */
export function openChannel(
  { types, box }: Pick<ChannelDeps, 'types' | 'box'>,
  channel: ChannelRecord,
): ChannelSettings {
  const channelType = typeOf(types, channel);
  const secrets = openSecrets(box, channel);
  return readChannelSettings(channelType, { config: channel.config, secrets });
}

/** What a failure says to people; a defect is no news to them and is thrown on. */
export function faultOf(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  throw error;
}

export function channelTarget({
  id,
  name,
}: Pick<ChannelRecord, 'id' | 'name'>): AuditEntry['target'] {
  return { kind: 'channel', id, name };
}

/** What the audit log says of a channel: its settings, and of its secrets nothing. */
export function channelFacts(types: ChannelTypes, channel: ChannelRecord): AuditFacts {
  const { name, type, enabled, fallback, config } = channel;
  const settings = Object.entries(shownConfig(types.get(type), config)).map(([key, value]) => [
    `config.${key}`,
    fact(value),
  ]);
  return { name, type, enabled, fallback, ...Object.fromEntries(settings) };
}

function fact(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? null);
}

/** Names of secrets, for the audit log. */
export function secretNames(names: readonly string[]): AuditFacts {
  return names.length === 0 ? {} : { secrets_changed: [...names].sort() };
}
