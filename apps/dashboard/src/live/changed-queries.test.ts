import { describe, expect, test } from '@jest/globals';
import { isChanged } from './changed-queries.ts';

const round = { incidentIds: new Set(['one']), sums: false, everything: false };
const of = (path: string, id?: string) => ['get', path, id ? { params: { path: { id } } } : {}];

describe('an event of an incident changes', () => {
  test.each([
    [true, of('/api/incidents')],
    [true, of('/api/alerts')],
    [true, of('/api/notifications')],
    [true, of('/api/incidents/{id}', 'one')],
    [true, of('/api/incidents/{id}/timeline', 'one')],
    [false, of('/api/incidents/{id}', 'another')],
    [false, of('/api/metrics')],
    [false, of('/api/status')],
    [false, of('/api/channels')],
    [false, ['get', '/api/incidents/{id}', null]],
    [false, ['something else']],
  ])('%p: %j', (changed, key) => {
    expect(isChanged(key, round)).toBe(changed);
  });

  test('sums too, when it is their turn', () => {
    expect(isChanged(of('/api/metrics/breakdown'), { ...round, sums: true })).toBe(true);
  });

  test('nobody knows what, after a gap', () => {
    expect(isChanged(of('/api/channels'), { ...round, everything: true })).toBe(true);
  });
});
