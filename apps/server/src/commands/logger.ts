import { type Logger, pino } from 'pino';

/**
 * JSON lines. Of an error only what helps to find it: drivers hang their whole connection on theirs,
 * with keys that belong in no log.
 */
export function createLogger(level: string): Logger {
  return pino({ level, serializers: { err: briefly } });
}

function briefly(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause !== undefined && { cause: briefly(cause) }) };
}
