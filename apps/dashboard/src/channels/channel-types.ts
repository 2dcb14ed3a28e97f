import type { components } from '@klaxon/sdk';

export type Channel = components['schemas']['Channel'];
export type ChannelType = components['schemas']['ChannelType'];
export type ChannelField = components['schemas']['ChannelField'];

/** Where the API has a field: `config.channel`. */
export function pathOf({ part, name }: ChannelField): `${ChannelField['part']}.${string}` {
  return `${part}.${name}`;
}

/** The fields of channels that are reached in this way; all of them where there is but one. */
export function fieldsIn({ fields }: ChannelType, way: string | null): readonly ChannelField[] {
  return fields.filter((field) => field.way === null || field.way === way);
}

/** The way that a channel is reached in, the usual one of a new channel; null where there is but one. */
export function wayOf({ ways, fields }: ChannelType, channel: Channel | null): string | null {
  const used = ways.find(({ value }) =>
    fields.some((field) => field.way === value && channel && isSet(channel, field)),
  );
  return (used ?? ways[0])?.value ?? null;
}

export function isSet({ config, secrets }: Channel, { part, name }: ChannelField): boolean {
  return part === 'secrets' ? secrets[name] === 'set' : (config[name] ?? null) !== null;
}

/** What people call a type; its own name where only a newer Klaxon knows it. */
export function typeName(types: readonly ChannelType[], type: string): string {
  return types.find((one) => one.type === type)?.label ?? type;
}
