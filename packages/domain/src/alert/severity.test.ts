import { describe, expect, test } from '@jest/globals';
import { isWorse, SEVERITIES, severityFromLabel, worse } from './severity.ts';

describe('the severity label', () => {
  test.each([
    ['critical', ['critical', 'p0', 'page', 'emergency']],
    ['high', ['high', 'p1', 'error', 'major']],
    ['medium', ['medium', 'p2', 'warning', 'warn', 'moderate']],
    ['low', ['low', 'p3', 'p4', 'p5', 'info', 'minor', 'none']],
  ])('%s is spelt %p', (severity, names) => {
    expect(names.map(severityFromLabel)).toEqual(names.map(() => severity));
  });

  test.each(['CRITICAL', 'Critical', ' critical\n', 'P0'])(
    '%j is critical: case and space do not matter',
    (name) => {
      expect(severityFromLabel(name)).toBe('critical');
    },
  );

  test.each([undefined, '', 'sev1', 'constructor', '__proto__', 'toString'])(
    '%j is medium',
    (name) => {
      expect(severityFromLabel(name)).toBe('medium');
    },
  );
});

test('severities are listed worst first', () => {
  for (const [index, severity] of SEVERITIES.entries())
    for (const [other, than] of SEVERITIES.entries()) {
      expect(isWorse(severity, than)).toBe(index < other);
      expect(worse(severity, than)).toBe(index <= other ? severity : than);
    }
});
