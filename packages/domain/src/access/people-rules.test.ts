import { describe, expect, test } from '@jest/globals';
import { checkPassword, expectAnotherAdmin, normalEmail } from './account.ts';
import { expectNothingLeft } from './team-in-use.ts';

describe('the address of an account', () => {
  test.each([
    ['ada@example.org', 'ada@example.org'],
    [' Ada.Lovelace@Example.ORG ', 'ada.lovelace@example.org'],
  ])('%j is %j', (text, email) => expect(normalEmail(text)).toBe(email));

  test.each(['', 'ada', 'a@b@c', 'ada@example.org,eve@example.org', 'Ada <ada@example.org>'])(
    '%j is none',
    (text) => {
      expect(() => normalEmail(text)).toThrow(
        expect.objectContaining({
          kind: 'invalid',
          faults: [expect.objectContaining({ path: 'email' })],
        }),
      );
    },
  );
});

describe('a password', () => {
  test.each(['correct horse', 'x'.repeat(12), 'x'.repeat(200), '🔥'.repeat(12)])(
    '%j is long enough and not too long',
    (password) => expect(() => checkPassword(password)).not.toThrow(),
  );

  test.each(['', 'x'.repeat(11), 'x'.repeat(201), '🔥'.repeat(11)])('%j is refused', (password) => {
    expect(() => checkPassword(password)).toThrow('must have 12 to 200 characters');
  });
});

describe('the last admin', () => {
  test('stays', () => {
    expect(() => expectAnotherAdmin('ada', ['ada'])).toThrow(
      expect.objectContaining({ kind: 'conflict', message: expect.stringContaining('only admin') }),
    );
  });

  test.each([
    ['one of two may go', ['ada', 'bob'], 'ada'],
    ['who is no admin may go', ['ada'], 'bob'],
    ['where there is none, nobody is the last', [], 'bob'],
  ])('%s', (_, admins, userId) => expect(() => expectAnotherAdmin(userId, admins)).not.toThrow());
});

describe('a team that goes', () => {
  const nothing = { services: [], apiKeys: [], integrations: [] };

  test('leaves nothing behind', () => {
    expect(() => expectNothingLeft(nothing)).not.toThrow();
  });

  test('is told by name what still belongs to it', () => {
    const services = ['search', 'checkout', 'mail', 'payments', 'web'];
    expect(() => expectNothingLeft({ ...nothing, services, apiKeys: ['deploys'] })).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        message:
          'This team still has the services "checkout", "mail", "payments", 2 more, and the API key "deploys". Give them to another team or delete them first.',
      }),
    );
  });
});
