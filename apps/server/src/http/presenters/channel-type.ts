import type { ChannelTypeList, ChannelType as WireChannelType } from '@klaxon/contracts';
import { type ChannelField, type ChannelType, isShownInPart, partOf } from '@klaxon/domain';

export function presentChannelTypes(types: readonly ChannelType[]): ChannelTypeList {
  return {
    channel_types: types.map(({ type, label, ways = [], fields }) => ({
      type,
      label,
      ways: ways.map((way) => ({ ...way })),
      fields: fields.map(presentField),
    })),
  };
}

function presentField(field: ChannelField): WireChannelType['fields'][number] {
  const shape = field.kind === 'text' ? field.shape : undefined;
  const number = field.kind === 'number' ? field : null;
  return {
    name: field.name,
    part: partOf(field),
    kind: field.kind,
    label: field.label,
    help: field.help,
    placeholder: field.placeholder ?? null,
    required: field.required === true && !field.madeUp,
    made_up: field.madeUp ?? false,
    shortened: isShownInPart(field),
    destination: field.destination ?? false,
    goes_with: field.goesWith ?? null,
    way: field.way ?? null,
    pattern: shape?.pattern.source ?? null,
    pattern_message: shape?.message ?? null,
    minimum: number?.min ?? null,
    maximum: number?.max ?? null,
    fallback: number?.fallback ?? null,
    variable: field.variable ?? null,
  };
}
