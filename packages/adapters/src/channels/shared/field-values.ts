import type { GivenFields } from '@klaxon/domain';

/** The text of a field; empty where there is none. */
export function textIn(fields: GivenFields, name: string): string {
  return optionalTextIn(fields, name) ?? '';
}

export function optionalTextIn(fields: GivenFields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
}

export function numberIn(fields: GivenFields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' ? value : null;
}

export function textsIn(fields: GivenFields, name: string): readonly string[] {
  const value: unknown = fields[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
