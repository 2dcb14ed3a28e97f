import { expect, test } from '@jest/globals';
import { LOCAL, type Principal } from '@klaxon/domain';
import type { AuditEntry } from '../../ports/audit-log.ts';
import { makeExportAuditLog } from './export-audit-log.ts';

const ENTRY: AuditEntry = {
  id: 'entry',
  at: 0,
  actor: { kind: 'local', id: null, name: 'Local user' },
  action: 'team.created',
  target: { kind: 'team', id: 'team', name: 'Payments' },
  before: null,
  after: null,
  requestId: null,
  address: null,
};

/** A log of so many pages, and who fell while it was read. */
function exported(pages: number, revoked: ReadonlySet<Principal>) {
  let asked = 0;
  const older = async (_filter: object, _last: AuditEntry | null, limit: number) => {
    asked += 1;
    return Array.from({ length: asked < pages ? limit : 1 }, () => ENTRY);
  };
  const actor = { principal: LOCAL, requestId: null, address: null };
  return makeExportAuditLog({ older }, async () => revoked)({ actor, filter: {} });
}

test('the export goes on page by page to the last', async () => {
  let lines = 0;
  for await (const _ of exported(3, new Set())) lines += 1;
  expect(lines).toBe(1_001);
});

test('the export breaks off where whoever asked for it is out meanwhile', async () => {
  let lines = 0;
  const read = async () => {
    for await (const _ of exported(3, new Set([LOCAL]))) lines += 1;
  };
  await expect(read()).rejects.toMatchObject({ kind: 'unauthenticated' });
  expect(lines).toBe(500);
});
