import { describe, expect, test } from '@jest/globals';
import { faultsOf } from './faults.ts';

const problem = (errors: readonly { path: string; message: string }[]) => ({
  status: 400,
  title: 'Invalid',
  detail: 'The request is not valid.',
  errors,
});

describe('what was wrong with a form', () => {
  test('stands at the fields, that of an entry at its list', () => {
    const faults = faultsOf(
      problem([
        { path: 'name', message: 'is missing' },
        { path: 'config.to.1', message: 'must be an address' },
        { path: 'config.to.2', message: 'must be an address' },
      ]),
      ['name', 'config.to', 'config.topic'],
    );
    expect(faults.at('name')).toBe('Is missing.');
    expect(faults.at('config.to')).toBe('Must be an address.');
    expect(faults.at('config.topic')).toBe(false);
    expect(faults.rest).toBeNull();
  });

  test('is said of the form where it has no such field', () => {
    const faults = faultsOf(problem([{ path: 'config.tone', message: 'is not a field here' }]), [
      'name',
    ]);
    expect(faults.rest).toBe('Config.tone is not a field here.');
  });

  test('is said of the form where no field is to blame', () => {
    expect(faultsOf({ ...problem([]), status: 409 }, ['name']).rest).toBe(
      'The request is not valid.',
    );
    expect(faultsOf(new TypeError('offline'), ['name']).rest).toMatch(/cannot be reached/);
    expect(faultsOf(null, ['name']).rest).toBeNull();
  });
});
