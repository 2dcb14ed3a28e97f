import { describe, expect, test } from '@jest/globals';
import type { AuditEntry, AuditFilter } from '@klaxon/application';
import { DomainError } from '@klaxon/domain';
import { NOON, OTHER_ID, stubApp } from './testing/stub-app.ts';

const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  id: OTHER_ID,
  at: NOON,
  actor: { kind: 'user', id: 'user-1', name: 'Ada' },
  action: 'channel.edited',
  target: { kind: 'channel', id: 'env:slack', name: 'Operations' },
  before: { to: ['a@example.org'], port: 25, username: null },
  after: { to: [], port: 587, username: 'ops' },
  requestId: 'request-9',
  address: '192.0.2.7',
  ...change,
});

async function appWith(...entries: readonly AuditEntry[]) {
  const filters: AuditFilter[] = [];
  const app = await stubApp({
    audit: {
      queries: {
        list: async (filter) => {
          filters.push(filter);
          return { items: entries, total: entries.length, nextCursor: null };
        },
        older: async () => entries,
      },
      exportAuditLog: async function* all({ filter }) {
        filters.push(filter);
        yield* entries;
      },
    },
  });
  return { app, filters };
}

describe('the audit log', () => {
  test('is shown as it was written', async () => {
    const { app } = await appWith(entry(), entry({ before: null, after: null }));
    const { audit_entries: lines, total } = (await app.inject('/api/audit-log')).json();
    expect(total).toBe(2);
    expect(lines[0]).toEqual({
      id: OTHER_ID,
      at: '2026-11-23T12:00:00.000Z',
      actor: { kind: 'user', id: 'user-1', name: 'Ada' },
      action: 'channel.edited',
      target: { kind: 'channel', id: 'env:slack', name: 'Operations' },
      before: { to: ['a@example.org'], port: 25, username: null },
      after: { to: [], port: 587, username: 'ops' },
      request_id: 'request-9',
      address: '192.0.2.7',
    });
    expect(lines[1]).toMatchObject({ before: null, after: null });
  });

  test('shows the address of a webhook shortened, also where an older entry has it in full', async () => {
    const url = 'https://hooks.example.org/services/of-the-receiver-1a2b';
    const { app } = await appWith(
      entry({
        before: { 'config.url': 'https://hooks.example.org/…9z9z' },
        after: { 'config.url': url },
      }),
    );
    const paths = ['', '/export?format=csv', '/export?format=jsonl'];
    for (const path of paths) {
      const { body } = await app.inject(`/api/audit-log${path}`);
      expect(body).toContain('https://hooks.example.org/…9z9z');
      expect(body).toContain('https://hooks.example.org/…1a2b');
      expect(body).not.toContain('of-the-receiver');
    }
  });

  test.each(['/api/audit-log?', '/api/audit-log/export?format=csv&'])(
    'is filtered alike at %s',
    async (path) => {
      const { app, filters } = await appWith();
      const hostile = "%' OR 1=1; --\\_";
      const query = `actor_id=u&action=rule.edited&target_kind=rule&target_id=r&from=2026-11-23T12:00:00Z&q=${encodeURIComponent(hostile)}`;
      expect((await app.inject(`${path}${query}`)).statusCode).toBe(200);
      const wanted = { actorId: 'u', action: 'rule.edited', targetKind: 'rule', targetId: 'r' };
      expect(filters).toEqual([{ ...wanted, from: NOON, q: hostile }]);
    },
  );

  test.each([
    '/api/audit-log?action=nobody.knows',
    '/api/audit-log?q=',
    `/api/audit-log?q=${'x'.repeat(1_000)}`,
    '/api/audit-log?from=yesterday',
    '/api/audit-log?surprise=1',
    '/api/audit-log/export',
    '/api/audit-log/export?format=xml',
    '/api/audit-log/export?format=csv&action=x',
  ])('refuses %s', async (url) => {
    const { app, filters } = await appWith(entry());
    expect((await app.inject(url)).statusCode).toBe(400);
    expect(filters).toEqual([]);
  });
});

describe('an export', () => {
  test('is JSON lines, each exact', async () => {
    const { app } = await appWith(entry({ target: { kind: 'x', id: null, name: '=1\n"ü"' } }));
    const answer = await app.inject('/api/audit-log/export?format=jsonl');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; .*\.jsonl"$/);
    const [line, ...rest] = answer.body.split('\n');
    expect(rest).toEqual(['']);
    expect(JSON.parse(line ?? '').target).toEqual({ kind: 'x', id: null, name: '=1\n"ü"' });
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'as CSV runs nothing in a spreadsheet: %j',
    async (name) => {
      const { app } = await appWith(entry({ actor: { kind: 'anonymous', id: null, name } }));
      const answer = await app.inject('/api/audit-log/export?format=csv');
      expect(answer.headers['content-type']).toContain('text/csv');
      expect(answer.headers['content-disposition']).toMatch(/^attachment; .*\.csv"$/);
      expect(answer.body).toContain(`'${name}`);
    },
  );

  test.each(['csv', 'jsonl'])('has all of 10,000 lines as %s', async (format) => {
    const { app } = await appWith(...Array.from({ length: 10_000 }, () => entry()));
    const { body } = await app.inject(`/api/audit-log/export?format=${format}`);
    expect(body.trimEnd().split('\n')).toHaveLength(format === 'csv' ? 10_001 : 10_000);
  });

  test.each(['csv', 'jsonl'])('without a database is an error and no empty %s', async (format) => {
    const app = await stubApp({
      audit: {
        // biome-ignore lint/correctness/useYield: it fails before there is anything
        exportAuditLog: async function* broken() {
          throw new DomainError('unavailable', 'The database cannot be reached.');
        },
      },
    });
    const answer = await app.inject(`/api/audit-log/export?format=${format}`);
    expect(answer.statusCode).toBe(503);
  });
});
