import { describe, expect, test } from '@jest/globals';
import { unresolvedCounts } from './unresolved-counts.ts';

const item = (key: string, open_incidents: number, acknowledged_incidents = 0) => ({
  key,
  open_incidents,
  acknowledged_incidents,
});

describe('what is not resolved', () => {
  test('is counted by status, severity and service', () => {
    const counts = unresolvedCounts(
      [item('low', 1), item('critical', 2, 3)],
      [item('quiet', 0), item('shop', 1), item('', 0, 1), item('checkout', 1, 3)],
    );
    expect(counts).toEqual({
      open: 3,
      acknowledged: 3,
      bySeverity: [
        { severity: 'critical', count: 5 },
        { severity: 'high', count: 0 },
        { severity: 'medium', count: 0 },
        { severity: 'low', count: 1 },
      ],
      byService: [
        { service: 'checkout', count: 4 },
        { service: '', count: 1 },
        { service: 'shop', count: 1 },
      ],
      others: 0,
    });
  });

  test('of services that are not shown is counted all the same', () => {
    const services = Array.from({ length: 10 }, (_, index) => item(`service-${index}`, 1));
    const counts = unresolvedCounts([item('high', 300)], services);
    expect(counts.byService).toHaveLength(8);
    expect(counts.others).toBe(292);
  });
});
