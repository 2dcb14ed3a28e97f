import { expect, test } from '@jest/globals';
import { startTestServer } from './test-server.ts';

test('a database whose name does not say that it is for tests is refused', async () => {
  const url = 'postgresql://localhost/klaxon';
  await expect(startTestServer(url)).rejects.toThrow('refuse the database "klaxon"');
});

test('a database for tests is taken as it is', async () => {
  const url = 'postgresql://localhost/klaxon_test';
  expect((await startTestServer(url)).url).toBe(url);
});

test('a TEST_DATABASE that means nothing is named', async () => {
  await expect(startTestServer('oracle')).rejects.toThrow('TEST_DATABASE is "oracle"');
});
