import type { AuditEntry, AuditFacts, AuditLog } from '@klaxon/application';
import { Prisma } from './generated/client.ts';

export function prismaAuditLog(tx: Prisma.TransactionClient): AuditLog {
  return {
    async append(entries) {
      await tx.auditEntry.createMany({ data: entries.map(auditColumns) });
    },
  };
}

function auditColumns({ actor, target, before, after, at, ...entry }: AuditEntry) {
  return {
    ...entry,
    at: new Date(at),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    targetKind: target.kind,
    targetId: target.id,
    targetName: target.name,
    before: json(before),
    after: json(after),
  };
}

function json(facts: AuditFacts | null): Prisma.InputJsonObject | typeof Prisma.DbNull {
  return facts === null ? Prisma.DbNull : JSON.parse(JSON.stringify(facts));
}
