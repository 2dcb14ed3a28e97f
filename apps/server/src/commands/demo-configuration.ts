import { readConfig } from '../config/config.ts';
import { type Env, readEnv } from '../config/env.ts';
import { readSecrets } from '../config/secrets.ts';
import type { Configuration } from './configuration.ts';
import { CannotStartError } from './terminal.ts';

/**
 * Of the environment only what says where the demo is: not whom to tell, whom to ask and who else is let
 * in. Nothing of the demo may reach anything real.
 */
export function readDemoConfiguration(): Configuration {
  const { DATABASE_URL, DATA_DIR, PORT, LOG_LEVEL } = readEnv();
  if (DATABASE_URL !== undefined)
    throw new CannotStartError(
      'The demo fills a database of its own and touches no other: unset DATABASE_URL to start it.',
    );
  const env: Env = {
    DATA_DIR: DATA_DIR ?? '.klaxon-demo',
    LOG_LEVEL: LOG_LEVEL ?? 'warn',
    ...(PORT !== undefined && { PORT }),
  };
  return { config: readConfig(env), secrets: readSecrets(env) };
}
