import { DomainError, invalid } from '@klaxon/domain';

const VERSION = /^(?:W\/)?"(\d{1,10})"$/;
const ENTITY_TAG = /^(?:W\/)?"[^"]*"$/;

/**
 * The version that an `If-Match` header asks for; undefined where any will do. A weak tag counts too:
 * proxies that compress make strong ones weak, and a version is a version.
 *
 * @throws DomainError `invalid` for what is no single entity tag, `precondition-failed` for one that Klaxon never gave
 */
export function readIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const tag = header.trim();
  const version = VERSION.exec(tag)?.[1];
  if (version !== undefined) return Number(version);
  if (ENTITY_TAG.test(tag))
    throw new DomainError(
      'precondition-failed',
      `This incident never had the version ${tag}. Load it again.`,
    );
  throw invalid('If-Match', 'must be the ETag of the incident, such as "4", or *');
}

export function versionTag(version: number): string {
  return `"${version}"`;
}
