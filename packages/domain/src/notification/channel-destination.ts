import { DomainError, type Fault } from '../shared/errors.ts';
import {
  type ChannelField,
  type ChannelFields,
  type ChannelType,
  type GivenFields,
  isShownInPart,
} from './channel-type.ts';

/** Which settings changed of those that say where secrets go, and who could read them on the way. */
export function changedDestination(
  { fields }: ChannelType,
  before: ChannelFields,
  after: ChannelFields,
): readonly string[] {
  return fields.flatMap((field) => (leadsElsewhere(field, before, after) ? [field.name] : []));
}

function leadsElsewhere(field: ChannelField, before: ChannelFields, after: ChannelFields): boolean {
  if (!field.destination) return false;
  const [was, is] = [valueIn(field, before), valueIn(field, after)];
  return field.kind === 'switch' ? was === true && is !== true : was !== is;
}

function valueIn(field: ChannelField, { config, secrets }: ChannelFields): unknown {
  if (isShownInPart(field)) return secrets[field.name] ?? config[field.name];
  const fallback = field.kind === 'number' ? field.fallback : undefined;
  return config[field.name] ?? fallback ?? null;
}

/**
 * Secrets that were saved for one destination go to no other: whoever may edit a channel is never shown
 * them, and must not have them sent to a server of their own either.
 *
 * @param given the secrets that the edit brings; a null is one that is taken away
 * @throws DomainError `invalid` that names each secret to give again
 */
export function expectSecretsAnew(
  channelType: ChannelType,
  before: ChannelFields,
  after: ChannelFields,
  given: GivenFields,
): void {
  const changed = changedDestination(channelType, before, after);
  if (changed.length === 0) return;
  const kept = Object.keys(before.secrets).filter(
    (name) => !changed.includes(name) && given[name] === undefined && after.secrets[name] != null,
  );
  if (kept.length === 0) return;
  const why = changed.map((name) => `config.${name}`).join(', ');
  const faults = kept.map(
    (name): Fault => ({
      path: `secrets.${name}`,
      message: `must be given again, since ${why} changed: what was saved for one place goes to no other`,
    }),
  );
  const detail = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new DomainError('invalid', detail, faults);
}
