import type { Milliseconds } from '@klaxon/domain';
import type { Env, EnvName } from './env.ts';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const DURATION = /^(\d+(\.\d+)?(ms|s|m|h|d))+$/;

/** Reads variables by kind and gathers all that is wrong with them, so that a person fixes them in one go. */
export class EnvReader {
  readonly faults: string[] = [];
  readonly #env: Env;

  constructor(env: Env) {
    this.#env = env;
  }

  text(name: EnvName): string | null {
    return this.#env[name] ?? null;
  }

  integer(name: EnvName, fallback: number, min: number, max: number): number {
    return this.#parse(name, fallback, `a whole number from ${min} to ${max}`, (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : null;
    });
  }

  boolean(name: EnvName, fallback: boolean): boolean {
    return this.#parse(name, fallback, 'true or false', (text) => {
      if (/^(true|yes|on|1)$/i.test(text)) return true;
      return /^(false|no|off|0)$/i.test(text) ? false : null;
    });
  }

  /** As Prometheus and Go write them: `30s`, `5m`, `1h30m`. */
  duration(name: EnvName, fallback: Milliseconds): Milliseconds {
    return this.#parse(name, fallback, 'a duration such as 30s, 5m or 1h30m', (text) => {
      if (!DURATION.test(text)) return null;
      const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g);
      return [...parts].reduce(
        (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0),
        0,
      );
    });
  }

  choice<const T extends string>(name: EnvName, fallback: T, allowed: readonly T[]): T {
    return this.#parse(name, fallback, `one of ${allowed.join(', ')}`, (text) => {
      return allowed.find((value) => value === text.toLowerCase()) ?? null;
    });
  }

  list(name: EnvName): readonly string[] | null {
    const items = this.#env[name]
      ?.split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    return items && items.length > 0 ? items : null;
  }

  url(name: string, protocols: readonly string[]): URL | null {
    return this.#url(name, this.#env[name] ?? null, protocols);
  }

  urls(name: EnvName, protocols: readonly string[]): readonly URL[] {
    return (this.list(name) ?? []).flatMap((text) => this.#url(name, text, protocols) ?? []);
  }

  fault(text: string): void {
    this.faults.push(text);
  }

  #url(name: string, text: string | null, protocols: readonly string[]): URL | null {
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url && protocols.includes(url.protocol)) return url;
    // Not repeated: the address of a database holds its password.
    this.fault(
      `${name} must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    );
    return null;
  }

  #parse<T>(name: EnvName, fallback: T, wanted: string, parse: (text: string) => T | null): T {
    const text = this.#env[name];
    if (text === undefined) return fallback;
    const value = parse(text);
    if (value !== null) return value;
    this.fault(`${name} must be ${wanted}, not "${text}"`);
    return fallback;
  }
}
