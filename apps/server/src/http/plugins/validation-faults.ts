import { CHANNEL_ID } from '@klaxon/contracts';
import type { Fault } from '@klaxon/domain';
import type { TLocalizedValidationError } from 'typebox/error';

const PATTERNS: Readonly<Record<string, string>> = {
  [CHANNEL_ID]: 'must be the id of a channel: a UUID, or env:slack and the like',
  '\\S': 'must not be blank',
  '^[^=]+=': 'must be written name=value',
};

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'must be an RFC 3339 time such as 2026-11-23T09:00:00Z',
  uuid: 'must be a UUID',
};

const TYPES: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  object: 'a JSON object',
  string: 'text',
  null: 'null',
};

/** Says in words what a part of a request got wrong, under the names that its sender used. */
export function faultsOf(
  errors: readonly TLocalizedValidationError[],
  part: string,
): readonly Fault[] {
  const inQuery = part === 'querystring';
  return errors.flatMap((error): readonly Fault[] => {
    const path = pathOfPointer(error.instancePath, inQuery);
    const below = (name: string) => (path === '' ? name : `${path}.${name}`);
    switch (error.keyword) {
      case 'boolean':
        return [{ path, message: inQuery ? 'is not a parameter here' : 'is not a field here' }];
      case 'additionalProperties':
        return []; // each of them has a fault of its own
      case 'required':
        return error.params.requiredProperties.map((name) => ({
          path: below(name),
          message: 'is missing',
        }));
      default:
        return [{ path: path === '' ? part : path, message: messageOf(error, inQuery) }];
    }
  });
}

function messageOf(error: TLocalizedValidationError, inQuery: boolean): string {
  switch (error.keyword) {
    case 'enum':
      return `must be one of ${error.params.allowedValues.join(', ')}`;
    case 'format':
      return FORMATS[error.params.format] ?? error.message;
    case 'pattern':
      return PATTERNS[String(error.params.pattern)] ?? error.message;
    case 'type':
      // A query holds nothing but text: what is not a text there was given several times.
      if (inQuery && error.params.type === 'string') return 'must be given only once';
      return `must be ${[error.params.type]
        .flat()
        .map((type) => TYPES[type] ?? type)
        .join(' or ')}`;
    case 'minimum':
      return `must be ${error.params.limit} or more`;
    case 'maximum':
      return `must be ${error.params.limit} or less`;
    case 'minLength':
      return 'must not be empty';
    case 'maxLength':
      return `must not be longer than ${error.params.limit} characters`;
    case 'minItems':
      return 'must not be empty; leave it out for any';
    case 'minProperties':
      return 'must not be empty';
    case 'maxProperties':
      return `must not have more than ${error.params.limit} entries`;
    default:
      return error.message;
  }
}

/** `/labels/service` as `labels.service`; a query names no positions, since `status` is what was sent. */
function pathOfPointer(pointer: string, inQuery: boolean): string {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return inQuery ? (names[0] ?? '') : names.join('.');
}
