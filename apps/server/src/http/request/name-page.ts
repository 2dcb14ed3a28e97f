import type { NamePage } from '@klaxon/application';
import { PAGE_LIMIT, pageParameters } from '@klaxon/contracts';
import { Type } from 'typebox';

const { limit, offset } = pageParameters;

/** The parameters of lists in which people look for a name. */
export const nameParameters = {
  q: Type.Optional(
    Type.String({ minLength: 1, maxLength: 255, description: 'Part of what is looked for.' }),
  ),
  limit,
  offset,
};

export function readNamePage(query: {
  readonly limit?: number;
  readonly offset?: number;
}): NamePage {
  return { limit: query.limit ?? PAGE_LIMIT.default, offset: query.offset ?? 0 };
}
