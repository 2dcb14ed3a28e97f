import { isEmailAddress } from '../shared/email-address.ts';
import type { Fault } from '../shared/errors.ts';
import type { TextShape } from './channel-type.ts';

/** Reads fields by kind and gathers what is wrong with them. A field that is null counts as not given. */
export interface FieldReader {
  text(name: string, shape?: TextShape): string;
  optionalText(name: string, shape?: TextShape): string | null;
  url(name: string, protocols: readonly string[]): string;
  optionalUrl(name: string, protocols: readonly string[]): string | null;
  optionalInteger(name: string, min: number, max: number): number | null;
  boolean(name: string, fallback: boolean): boolean;
  emailAddress(name: string): string;
  emailAddresses(name: string): readonly string[];
  fault(name: string, message: string): void;
  /** Says of every field that nothing asked for that it does not belong here. */
  refuseOthers(): void;
}

const MAX_TEXT = 2_000;
const MAX_ADDRESSES = 100;
const ADDRESS = 'must be one bare e-mail address such as ops@example.com';

/** @param part where the fields stand: the first half of each fault's path */
export function makeFieldReader(
  part: string,
  fields: Readonly<Record<string, unknown>>,
  faults: Fault[],
): FieldReader {
  const known = new Set<string>();
  const take = (name: string): unknown => {
    known.add(name);
    return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
  };
  const fault = (name: string, message: string) => {
    faults.push({ path: `${part}.${name}`, message });
  };
  const optionalText = (name: string, shape?: TextShape): string | null => {
    const value = take(name);
    if (value === null) return null;
    if (typeof value !== 'string' || value.trim() === '')
      fault(name, shape?.message ?? 'must be text, not blank');
    else if (value.length > MAX_TEXT) fault(name, `must not be longer than ${MAX_TEXT} characters`);
    else if (shape && !shape.pattern.test(value)) fault(name, shape.message);
    return typeof value === 'string' ? value : '';
  };
  const optionalUrl = (name: string, protocols: readonly string[]): string | null => {
    const value = optionalText(name);
    if (value === null) return null;
    const url = URL.parse(value);
    const wanted = protocols.map((protocol) => `${protocol}//`).join(' or ');
    if (!url || !protocols.includes(url.protocol))
      fault(name, `must be an address that starts with ${wanted}`);
    else if (url.username !== '' || url.password !== '')
      fault(name, 'must not hold a user name or password');
    return value;
  };
  const optionalInteger = (name: string, min: number, max: number): number | null => {
    const value = take(name);
    if (value === null) return null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max)
      return value;
    fault(name, `must be a whole number from ${min} to ${max}`);
    return min;
  };
  const required = (name: string, value: string | null): string => {
    if (value === null) fault(name, 'is missing');
    return value ?? '';
  };
  return {
    optionalText,
    optionalUrl,
    optionalInteger,
    fault,
    text: (name, shape) => required(name, optionalText(name, shape)),
    url: (name, protocols) => required(name, optionalUrl(name, protocols)),
    boolean(name, fallback) {
      const value = take(name);
      if (typeof value === 'boolean') return value;
      if (value !== null) fault(name, 'must be true or false');
      return fallback;
    },
    emailAddress(name) {
      const value = take(name);
      if (typeof value === 'string' && isEmailAddress(value)) return value;
      fault(name, value === null ? 'is missing' : ADDRESS);
      return '';
    },
    emailAddresses(name) {
      const value = take(name);
      if (!Array.isArray(value) || value.length === 0) {
        fault(name, 'must be a list of at least one e-mail address');
        return [];
      }
      if (value.length > MAX_ADDRESSES)
        fault(name, `must not have more than ${MAX_ADDRESSES} entries`);
      return value.slice(0, MAX_ADDRESSES).flatMap((address: unknown, index) => {
        if (typeof address === 'string' && isEmailAddress(address)) return [address];
        fault(`${name}.${index}`, ADDRESS);
        return [];
      });
    },
    refuseOthers() {
      for (const name of Object.keys(fields))
        if (!known.has(name)) fault(name, 'is not a field here');
    },
  };
}
