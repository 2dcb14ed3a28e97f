import { expect, test } from '@jest/globals';
import { deliveryQuery } from './delivery-filter.ts';

const asked = (search: string) => {
  const parameters = new URLSearchParams(search);
  return deliveryQuery((name) => parameters.get(name) ?? '');
};

test.each([
  ['', {}],
  ['status=failed&channel=env%3Aslack', { status: 'failed', channel_id: 'env:slack' }],
  ['incident=1&cursor=c', { incident_id: '1', cursor: 'c' }],
  ['from=a&to=b', { from: 'a', to: 'b' }],
  ['status=lost', {}],
])('?%s asks for %j', (search, query) => {
  expect(asked(search)).toEqual(query);
});
