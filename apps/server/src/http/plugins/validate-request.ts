import { components } from '@klaxon/contracts';
import { DomainError, invalid, storableText } from '@klaxon/domain';
import type { FastifySchemaCompiler } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { faultsOf } from './validation-faults.ts';

/** Nothing that is taken here is nested half as deep; what is walked without a bound ends the stack. */
const DEEPEST = 32;
const TOO_DEEP = `must not be nested more than ${DEEPEST} levels deep`;

const context = Object.fromEntries(components.map((schema) => [schema.$id, schema]));

/**
 * Checks one part of a request with TypeBox, so that what the types promise is what was checked.
 * Bodies are taken as they are; query strings are read by their schema. All faults are told at once.
 */
export const validateRequest: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(context, schema);
  const part = httpPart ?? 'body';
  return (given: unknown) => {
    if (isNestedBeyond(given, DEEPEST)) return { error: invalid(part, TOO_DEEP) };
    const value = part === 'querystring' ? readQuery(schema, given) : given;
    const mended = mend(value ?? {});
    if (validator.Check(mended)) return { value: mended };
    const faults = faultsOf(validator.Errors(mended), part);
    const detail = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
    return { error: new DomainError('invalid', detail, faults) };
  };
};

/** Numbers from their digits, lists from repeated parameters or, of enumerations, from commas. */
function readQuery(schema: TSchema, query: unknown): unknown {
  if (!Type.IsObject(schema) || typeof query !== 'object' || query === null) return query;
  const { properties } = schema;
  return Object.fromEntries(
    Object.entries(query).map(([name, given]) => [name, readParameter(properties[name], given)]),
  );
}

function readParameter(schema: TSchema | undefined, given: unknown): unknown {
  const type = schema && 'type' in schema ? schema.type : undefined;
  if (type === 'integer')
    return typeof given === 'string' && /^-?\d+$/.test(given) ? Number(given) : given;
  if (type !== 'array') return given;
  const values: unknown[] = [given].flat();
  const isEnumeration = schema && 'items' in schema && Type.IsRef(schema.items);
  return isEnumeration ? values.flatMap((value) => String(value).split(',')) : values;
}

function isNestedBeyond(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isNestedBeyond(inner, levels - 1));
}

/** PostgreSQL stores neither NUL nor lone surrogates: in no text that a person sends may they fail a query. */
function mend(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(mend);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [storableText(name), mend(inner)]),
  );
}
