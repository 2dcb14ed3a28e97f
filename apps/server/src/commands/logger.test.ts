import { expect, test } from '@jest/globals';
import { createLogger } from './logger.ts';

test('of a request the log has nothing that a library hands it', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const request = { url: '/act/a-secret', headers: { authorization: 'a-secret' } };
  logger.info({ req: request, res: { raw: { req: request }, statusCode: 500 } }, 'it went wrong');
  expect(lines.join('')).toContain('it went wrong');
  expect(lines.join('')).not.toContain('a-secret');
});
