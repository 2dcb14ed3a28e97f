import { type Static, type TSchema, type TUnsafe, Type } from 'typebox';

/** A schema with a name: it stands once in the OpenAPI document, and others refer to it. */
export type Component<S extends TSchema = TSchema> = S & { readonly $id: string };

export function component<S extends TSchema>(name: string, schema: S): Component<S> {
  return Object.assign(schema, { $id: name });
}

/** Refers to a component by its name. */
export function ref<S extends TSchema>(schema: Component<S>): TUnsafe<Static<S>> {
  return Type.Unsafe<Static<S>>(Type.Ref(schema.$id));
}

interface TextOptions {
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Text that may be null. One schema with two types, because a union would be slow to serialise. */
export function nullableText(options: TextOptions = {}): TUnsafe<string | null> {
  return Type.Unsafe<string | null>({ type: ['string', 'null'], ...options });
}

/** RFC 3339 in UTC with milliseconds. */
export function time(description?: string) {
  return Type.String({ format: 'date-time', ...(description && { description }) });
}

export function nullableTime(description: string): TUnsafe<string | null> {
  return nullableText({ format: 'date-time', description });
}

export function id(description?: string) {
  return Type.String({ format: 'uuid', ...(description && { description }) });
}

export function count(description: string) {
  return Type.Integer({ minimum: 0, description });
}
