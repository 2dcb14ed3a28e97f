import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * JSON lines. Of an error only what helps to find it: drivers hang their whole connection on theirs,
 * with keys that belong in no log. Of requests nothing: request-log.ts tells what may be told.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const serializers = { err: briefly, req: nothing, res: nothing };
  return destination ? pino({ level, serializers }, destination) : pino({ level, serializers });
}

function nothing(): undefined {}

function briefly(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause !== undefined && { cause: briefly(cause) }) };
}
