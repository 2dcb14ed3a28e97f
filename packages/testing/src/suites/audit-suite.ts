import { describe, expect, test } from '@jest/globals';
import type { AuditEntry, AuditFilter } from '@klaxon/application';
import { MINUTE } from '@klaxon/domain';
import { START } from '../movable-clock.ts';
import { idOf } from '../sequential-ids.ts';
import { eachTestWith, FIRST_PAGE, type StoreSubject } from './store-subject.ts';

const ADA = { kind: 'user', id: idOf(1_000), name: 'Ada' } as const;
const OPS = { kind: 'channel', id: idOf(1_200), name: '100% of_ops' };

const entry = (number: number, change: Partial<AuditEntry> = {}): AuditEntry => ({
  id: idOf(number),
  at: START + number * MINUTE,
  actor: ADA,
  action: 'channel.edited',
  target: OPS,
  before: { name: 'ops', to: ['a@example.org'], port: 25, tls: false, thread: null },
  after: { name: '100% of_ops' },
  requestId: 'request-1',
  address: '192.0.2.7',
  ...change,
});
const BARE = entry(2, {
  actor: { kind: 'system', id: null, name: 'Klaxon' },
  action: 'secrets.rotated',
  target: { kind: 'secrets', id: null, name: 'SECRET_KEY' },
  before: null,
  after: null,
  requestId: null,
  address: null,
});

/** What every audit log promises. The factory gives fresh, empty stores for each test. */
export function describeAudit(name: string, makeSubject: () => Promise<StoreSubject>): void {
  describe(`the audit log: ${name}`, () => {
    const tools = eachTestWith(makeSubject);
    const append = (...entries: readonly AuditEntry[]) =>
      tools().subject.unitOfWork.run((tx) => tx.audit.append(entries));
    const list = (filter: AuditFilter = {}, page = {}) =>
      tools().subject.auditQueries.list(filter, { ...FIRST_PAGE, ...page });
    const numbers = async (filter: AuditFilter) =>
      (await list(filter)).items.map(({ at }) => (at - START) / MINUTE);

    test('keeps lines as given, and shows the newest first', async () => {
      await append(entry(1), BARE);
      await append();
      expect(await list()).toEqual({ items: [BARE, entry(1)], total: 2, nextCursor: null });
    });

    test('shows what only a newer Klaxon has a word for among the rest', async () => {
      const newer = entry(3, {
        actor: { kind: 'robot', id: 'r2', name: 'R2' },
        action: 'schedule.created',
      });
      await append(entry(1), BARE, newer);
      expect((await list()).items).toEqual([newer, BARE, entry(1)]);
      expect(await tools().subject.auditQueries.older({}, null, 10)).toHaveLength(3);
    });

    test('keeps nothing of what was not done', async () => {
      const failed = tools().subject.unitOfWork.run(async (tx) => {
        await tx.audit.append([entry(1)]);
        throw new RangeError('then something went wrong');
      });
      await expect(failed).rejects.toThrow('then something went wrong');
      expect((await list()).total).toBe(0);
    });

    test.each<[string, AuditFilter, readonly number[]]>([
      ['who did it', { actorId: ADA.id }, [3, 1]],
      ['what was done', { action: 'secrets.rotated' }, [2]],
      ['the kind of target', { targetKind: 'channel' }, [3, 1]],
      ['the target', { targetKind: 'channel', targetId: idOf(1_201) }, [3]],
      ['from a time on', { from: START + 2 * MINUTE }, [3, 2]],
      ['before a time', { to: START + 2 * MINUTE }, [1]],
      ['a part of the actor', { q: 'KLAX' }, [2]],
      ['a part of the target', { q: 'secret_' }, [2]],
      ['signs of LIKE as they are', { q: '%' }, [1]],
      ['an underscore as it is', { q: 'of_' }, [1]],
      ['a backslash as it is', { q: '\\' }, []],
      ['several at once', { actorId: ADA.id, q: 'other' }, [3]],
      ['nothing that is like it', { q: "' OR TRUE --" }, []],
    ])('finds by %s', async (_, filter, found) => {
      const other = { ...OPS, id: idOf(1_201), name: 'Other' };
      await append(entry(1), BARE, entry(3, { target: other }));
      expect(await numbers(filter)).toEqual(found);
    });

    test('is read on from any line, also where many lines have one time', async () => {
      const all = [1, 2, 3, 4, 5].map((number) => entry(number, { at: START }));
      await append(...all, entry(6));
      const { older } = tools().subject.auditQueries;
      const first = await older({ to: START + 1 }, null, 2);
      const second = await older({ to: START + 1 }, first.at(-1) ?? null, 2);
      const third = await older({ to: START + 1 }, second.at(-1) ?? null, 2);
      expect([...first, ...second, ...third]).toEqual(all.toReversed());
    });

    test('is read page by page, also where many lines have one time', async () => {
      const all = [1, 2, 3, 4, 5].map((number) => entry(number, { at: START }));
      await append(...all);
      const seen: AuditEntry[] = [];
      let cursor: string | null = null;
      do {
        const page = await list({}, { limit: 2, cursor });
        expect(page.total).toBe(5);
        seen.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(all.toReversed());
    });
  });
}
