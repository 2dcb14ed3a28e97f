import { isEmailAddress } from '../shared/email-address.ts';
import { conflict, invalid } from '../shared/errors.ts';

const PASSWORD_LENGTH = { min: 12, max: 200 };

/**
 * Long is what makes a password good; rules about its characters only make it harder to keep.
 *
 * @throws DomainError `invalid` (path `password`)
 */
export function checkPassword(password: string): void {
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.min || length > PASSWORD_LENGTH.max)
    throw invalid(
      'password',
      `must have ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters; a few words are easy to keep`,
    );
}

/**
 * One address is one account, however it is typed.
 *
 * @throws DomainError `invalid` (path `email`)
 */
export function normalEmail(email: string): string {
  const normal = email.trim().toLowerCase();
  if (normal.length > 320 || !isEmailAddress(normal))
    throw invalid('email', 'must be an e-mail address');
  return normal;
}

/**
 * Somebody must be left who can let others in.
 *
 * @param activeAdmins the admins that may sign in, before the change
 * @throws DomainError `conflict`
 */
export function expectAnotherAdmin(userId: string, activeAdmins: readonly string[]): void {
  if (activeAdmins.includes(userId) && activeAdmins.length === 1)
    throw conflict('This is the only admin. Make somebody else one first.');
}
