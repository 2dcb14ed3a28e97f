import type { ChannelType, SlackWay } from './channel-fields.ts';
import {
  allChannelFields,
  type Channel,
  type ChannelField,
  channelFields,
} from './channel-fields.ts';

/** What stands in the inputs, by the path of the field; `true` or nothing in a switch. */
export type ChannelValues = Readonly<Record<string, string>>;

/** What is to be sent of the settings; a part that does not change is left out. */
export interface ChannelSettings {
  readonly config?: Record<string, unknown>;
  readonly secrets?: Record<string, unknown>;
}

export function slackWayOf(channel: Channel | null): SlackWay {
  return channel?.secrets['webhook_url'] === 'set' ? 'webhook' : 'bot';
}

/** What is set; secrets are never known, and addresses in part, so their inputs are empty. */
export function valuesOf(channel: Channel): ChannelValues {
  const shown = allChannelFields(channel.type).filter(
    ({ part, kind }) => part === 'config' && kind !== 'address',
  );
  return Object.fromEntries(
    shown.map(({ name, path }) => [path, textOf(channel.config[name])] as const),
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** Whether Klaxon asks for this secret anew: it would go elsewhere than it did. */
export function isAskedAnew(
  channel: Channel | null,
  { part, name }: ChannelField,
  values: ChannelValues,
  { newSecret }: { readonly newSecret: boolean },
): boolean {
  if (!channel || part !== 'secrets' || channel.secrets[name] !== 'set') return false;
  if (newSecret || (name === 'password' && !values['config.username']?.trim())) return false;
  const before = valuesOf(channel);
  return allChannelFields(channel.type).some(({ path, kind, destination }) => {
    const [was = '', is = ''] = [before[path], values[path]?.trim()];
    return destination && (kind === 'switch' ? was === 'true' && is === '' : was !== is);
  });
}

export function newChannelSettings(
  type: ChannelType,
  way: SlackWay,
  values: ChannelValues,
): ChannelSettings {
  const filled = channelFields(type, way).filter(({ path }) => values[path]?.trim());
  return { config: part('config', filled, values), secrets: part('secrets', filled, values) };
}

/** What differs from the channel as it is: null takes a field away, a secret left empty stays. */
export function changedChannelSettings(
  channel: Channel,
  way: SlackWay,
  values: ChannelValues,
  { newSecret }: { readonly newSecret: boolean },
): ChannelSettings {
  const fields = channelFields(channel.type, way);
  const before = valuesOf(channel);
  const config = part(
    'config',
    fields.filter(({ path }) => (values[path] ?? '').trim() !== (before[path] ?? '')),
    values,
  );
  const secrets = part(
    'secrets',
    fields.filter(({ path }) => values[path]?.trim()),
    values,
  );
  // What belongs to the other way, or goes with something that was taken away.
  for (const { part, name } of allChannelFields(channel.type))
    if (!fields.some((one) => one.name === name)) {
      if (part === 'config' && textOf(channel.config[name]) !== '') config[name] = null;
      if (part === 'secrets' && channel.secrets[name] === 'set') secrets[name] = null;
    }
  if (config['username'] === null) secrets['password'] = null;
  if (channel.type === 'webhook' && newSecret) secrets['secret'] = null;
  return {
    ...(Object.keys(config).length > 0 && { config }),
    ...(Object.keys(secrets).length > 0 && { secrets }),
  };
}

function part(
  which: ChannelField['part'],
  fields: readonly ChannelField[],
  values: ChannelValues,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((one) =>
      one.part === which ? [[one.name, toSend(one, values[one.path] ?? '')] as const] : [],
    ),
  );
}

function toSend({ kind }: ChannelField, text: string): unknown {
  const value = text.trim();
  if (kind === 'switch') return value === 'true';
  if (value === '') return null;
  if (kind === 'list') return value.split(/[\s,;]+/).filter(Boolean);
  // What is no number goes as it is: the answer says what it must be.
  if (kind === 'number') return /^-?\d+$/.test(value) ? Number(value) : value;
  return value;
}
