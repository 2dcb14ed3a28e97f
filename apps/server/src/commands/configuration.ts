import { type Config, ConfigError, readConfig } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import { readSecrets, type Secrets } from '../config/secrets.ts';

export interface Configuration {
  readonly config: Config;
  readonly secrets: Secrets;
}

/** @throws ConfigError that names everything that is wrong, not only the first */
export function readConfiguration(): Configuration {
  const env = readEnv();
  const faults: string[] = [];
  const config = gather(() => readConfig(env), faults);
  const secrets = gather(() => readSecrets(env), faults);
  if (!config || !secrets) throw new ConfigError(faults);
  return { config, secrets };
}

function gather<T>(read: () => T, faults: string[]): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    faults.push(...error.faults);
    return null;
  }
}
