import {
  type Channel,
  type ChannelField,
  type ChannelType,
  fieldsIn,
  isSet,
} from './channel-types.ts';

type Part = ChannelField['part'];

/** What stands in the inputs, by the name of the field; `true` or nothing in a switch. */
export type ChannelValues = Readonly<Record<Part, Readonly<Record<string, string>>>>;

/** What is to be sent of the settings; a part that does not change is left out. */
export interface ChannelSettings {
  readonly config?: Record<string, unknown>;
  readonly secrets?: Record<string, unknown>;
}

/** What is set; secrets are never known, and addresses in part, so their inputs are empty. */
export function valuesOf({ fields }: ChannelType, channel: Channel | null): ChannelValues {
  const empty = (part: Part) =>
    Object.fromEntries(
      fields.flatMap((field) =>
        field.part === part ? [[field.name, shownText(field, channel)] as const] : [],
      ),
    );
  return { config: empty('config'), secrets: empty('secrets') };
}

function shownText({ part, name, shortened }: ChannelField, channel: Channel | null): string {
  return channel && part === 'config' && !shortened ? textOf(channel.config[name]) : '';
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

function valueIn(values: ChannelValues, { part, name }: ChannelField): string {
  return values[part][name]?.trim() ?? '';
}

/** Whether Klaxon asks for this secret again: it would go elsewhere than it did. */
export function isAskedAgain(
  { fields }: ChannelType,
  channel: Channel | null,
  field: ChannelField,
  values: ChannelValues,
  { newSecret }: { readonly newSecret: boolean },
): boolean {
  if (!channel || newSecret || field.part !== 'secrets' || !isSet(channel, field)) return false;
  const companion = fields.find(({ name }) => name === field.goes_with);
  if (companion && valueIn(values, companion) === '') return false;
  return fields.some((other) => {
    const [was, is] = [shownText(other, channel), valueIn(values, other)];
    return (
      other.destination && (other.kind === 'switch' ? was === 'true' && is === '' : was !== is)
    );
  });
}

export function newChannelSettings(
  type: ChannelType,
  way: string | null,
  values: ChannelValues,
): ChannelSettings {
  const filled = fieldsIn(type, way).filter((field) => valueIn(values, field) !== '');
  return { config: part('config', filled, values), secrets: part('secrets', filled, values) };
}

/** What differs from the channel as it is: null takes a field away, a secret left empty stays. */
export function changedChannelSettings(
  type: ChannelType,
  channel: Channel,
  way: string | null,
  values: ChannelValues,
  { newSecret }: { readonly newSecret: boolean },
): ChannelSettings {
  const fields = fieldsIn(type, way);
  const changed = fields.filter((field) =>
    field.part === 'secrets'
      ? valueIn(values, field) !== ''
      : valueIn(values, field) !== shownText(field, channel),
  );
  const settings = {
    config: part('config', changed, values),
    secrets: part('secrets', changed, values),
  };
  for (const field of type.fields) {
    const belongs = fields.includes(field);
    const isAlone = field.goes_with !== null && settings.config[field.goes_with] === null;
    const isReplaced = field.made_up && newSecret;
    if ((!belongs && isSet(channel, field)) || isAlone || isReplaced)
      settings[field.part][field.name] = null;
  }
  return {
    ...(Object.keys(settings.config).length > 0 && { config: settings.config }),
    ...(Object.keys(settings.secrets).length > 0 && { secrets: settings.secrets }),
  };
}

function part(
  which: Part,
  fields: readonly ChannelField[],
  values: ChannelValues,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) =>
      field.part === which ? [[field.name, toSend(field, valueIn(values, field))] as const] : [],
    ),
  );
}

function toSend({ kind }: ChannelField, value: string): unknown {
  if (kind === 'switch') return value === 'true';
  if (value === '') return null;
  if (kind === 'emails') return value.split(/[\s,;]+/).filter(Boolean);
  // What is no number goes as it is: the answer says what it must be.
  if (kind === 'number') return /^-?\d+$/.test(value) ? Number(value) : value;
  return value;
}
