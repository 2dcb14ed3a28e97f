import { type Static, type TProperties, type TSchema, type TUnsafe, Type } from 'typebox';
import { type Component, count, nullableText, ref } from './component.ts';

/** How many items a page holds. */
export const PAGE_LIMIT = { default: 50, maximum: 200 } as const;

/** The parameters of every list. */
export const pageParameters = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: PAGE_LIMIT.maximum,
      default: PAGE_LIMIT.default,
      description: 'How many items to answer.',
    }),
  ),
  offset: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 1_000_000_000,
      default: 0,
      description:
        'How many items to pass over. A cursor is faster and does not skip or repeat items.',
    }),
  ),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1_024,
      description: 'The `next_cursor` of the page before. It takes precedence over `offset`.',
    }),
  ),
};

/** The parameters that bound a list in time. */
export function timeParameters(what: string) {
  return {
    from: Type.Optional(
      Type.String({ format: 'date-time', description: `${what} at this time or later.` }),
    ),
    to: Type.Optional(
      Type.String({ format: 'date-time', description: `${what} before this time.` }),
    ),
  };
}

/** The values of one enumeration that may match: the parameter repeated, or one with commas. */
export function anyOf<S extends TSchema>(
  values: Component<S>,
  description: string,
): TUnsafe<Static<S>[]> {
  return Type.Unsafe<Static<S>[]>({
    type: 'array',
    items: ref(values),
    maxItems: 20,
    description: `${description} Repeat it, or separate values by commas, to match any of several.`,
  });
}

export const labelParameter = Type.Optional(
  Type.Array(Type.String({ pattern: '^[^=]+=', maxLength: 8_192 }), {
    maxItems: 20,
    description:
      'A label that must be there, as `name=value`. Repeat it to ask for several at once.',
  }),
);

/** One page of a list, which stands under a name of its own. */
export function pageOf<Entries extends TProperties>(
  entries: Entries,
  description: string,
  example: Readonly<Record<keyof Entries, readonly unknown[]>>,
) {
  return Type.Object(
    {
      ...entries,
      total: count('How many there are in all.'),
      next_cursor: nullableText({
        description: 'Ask for the next page with it; null on the last one.',
      }),
    },
    { description, examples: [{ ...example, total: 1, next_cursor: null }] },
  );
}
