import { DomainError, type Fault } from '../shared/errors.ts';
import {
  type ChannelField,
  type ChannelFields,
  type ChannelSettings,
  type ChannelType,
  type GivenFields,
  isShownInPart,
  partOf,
} from './channel-type.ts';
import { type FieldReader, makeFieldReader } from './field-reader.ts';
import { isShortened, shortAddress } from './short-address.ts';

interface Readers {
  readonly config: FieldReader;
  readonly secrets: FieldReader;
}

/**
 * Reads the fields of a channel, as its type describes them.
 *
 * @throws DomainError `invalid` with every fault, in none of which a value is repeated
 */
export function readChannelSettings(
  channelType: ChannelType,
  given: ChannelFields,
): ChannelSettings {
  const { type, fields, check } = channelType;
  const faults: Fault[] = [];
  const readers = {
    config: makeFieldReader('config', given.config, faults),
    secrets: makeFieldReader('secrets', given.secrets, faults),
  };
  const read = { config: new Map<string, unknown>(), secrets: new Map<string, unknown>() };
  for (const field of fields)
    if (field.kind === 'address' && field.shortened) {
      const address = readShortened(readers, field);
      read.config.set(field.name, address === null ? null : shortAddress(address));
      read.secrets.set(field.name, address);
    } else read[partOf(field)].set(field.name, readField(readers[partOf(field)], field));
  const settings = {
    type,
    config: Object.fromEntries(read.config),
    secrets: Object.fromEntries(read.secrets),
  };
  faults.push(...pairFaults(fields, settings), ...(check?.(settings) ?? []));
  readers.config.refuseOthers();
  readers.secrets.refuseOthers();
  if (faults.length === 0) return settings;
  const detail = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
  throw new DomainError('invalid', detail, faults);
}

function readField(reader: FieldReader, field: ChannelField): unknown {
  const { name } = field;
  // What belongs to one way is not required in another: `check` knows which one it is.
  const isRequired = field.required === true && field.way === undefined;
  switch (field.kind) {
    case 'text':
      return isRequired ? reader.text(name, field.shape) : reader.optionalText(name, field.shape);
    case 'address':
      return isRequired
        ? reader.url(name, field.protocols)
        : reader.optionalUrl(name, field.protocols);
    case 'number':
      return reader.optionalInteger(name, field.min, field.max) ?? field.fallback ?? null;
    case 'switch':
      return reader.boolean(name, false);
    case 'email':
      return reader.emailAddress(name);
    case 'emails':
      return reader.emailAddresses(name);
  }
}

function readShortened(
  { config, secrets }: Readers,
  { name, protocols, required }: Extract<ChannelField, { readonly kind: 'address' }>,
): string | null {
  const kept = secrets.optionalUrl(name, protocols);
  const given = config.optionalUrl(name, protocols);
  // What is shown of the address, sent back, leaves it as it is.
  const address = kept !== null && given === shortAddress(kept) ? kept : given;
  if (address === null) {
    if (required) config.fault(name, 'is missing');
  } else if (isShortened(address))
    config.fault(name, 'must be the whole address: this is what is shown of one');
  return address;
}

/** Fields that mean nothing without each other. */
function pairFaults(fields: readonly ChannelField[], read: ChannelFields): readonly Fault[] {
  const isSet = (field: ChannelField) => (read[partOf(field)][field.name] ?? null) !== null;
  return fields.flatMap((field): readonly Fault[] => {
    const other = fields.find(({ name }) => name === field.goesWith);
    if (!other || isSet(field) === isSet(other)) return [];
    const missing = isSet(field) ? other : field;
    const message = `is missing: ${other.name} and ${field.name} go together`;
    return [{ path: `${partOf(missing)}.${missing.name}`, message }];
  });
}

/** The fields as they are kept. Rows of before addresses were sealed have them in the open. */
export function fieldsToKeep(
  channelType: ChannelType | undefined,
  { config, secrets }: ChannelFields,
): ChannelFields {
  const open = (channelType?.fields ?? []).filter(
    (field) =>
      isShownInPart(field) && typeof config[field.name] === 'string' && !(field.name in secrets),
  );
  const sealed = Object.fromEntries(open.map(({ name }) => [name, config[name]]));
  return open.length === 0
    ? { config, secrets }
    : { config: shownConfig(channelType, config), secrets: { ...secrets, ...sealed } };
}

/** What may be shown of settings as they are kept. */
export function shownConfig(
  channelType: ChannelType | undefined,
  config: GivenFields,
): GivenFields {
  const shortened = (channelType?.fields ?? []).flatMap((field) => {
    const value = config[field.name];
    return isShownInPart(field) && typeof value === 'string'
      ? [[field.name, shortAddress(value)] as const]
      : [];
  });
  return { ...config, ...Object.fromEntries(shortened) };
}
