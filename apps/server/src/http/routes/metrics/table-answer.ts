import { type Component, MetricsCsv, ref } from '@klaxon/contracts';
import { Type } from 'typebox';

/** Describes an answer in JSON or, where that is wanted, as CSV. */
export function tableAnswer(description: string, schema: Component) {
  return {
    description,
    content: {
      'application/json': { schema: Type.Unsafe<unknown>(ref(schema)) },
      'text/csv': { schema: ref(MetricsCsv) },
    },
  };
}
