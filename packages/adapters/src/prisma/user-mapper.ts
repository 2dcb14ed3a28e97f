import type { UserRecord } from '@klaxon/application';
import type { UserModel } from './generated/models.ts';

export function userFrom(row: UserModel): UserRecord {
  const { oidcIssuer: issuer, oidcSubject: subject } = row;
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    passwordHash: row.passwordHash,
    passwordByKey: row.passwordByKey,
    passwordEndedAt: row.passwordEndedAt?.getTime() ?? null,
    oidc: issuer === null || subject === null ? null : { issuer, subject },
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    deactivatedAt: row.deactivatedAt?.getTime() ?? null,
  };
}

export function userColumns(user: UserRecord) {
  return {
    email: user.email,
    name: user.name,
    role: user.role,
    passwordHash: user.passwordHash,
    passwordByKey: user.passwordByKey,
    passwordEndedAt: user.passwordEndedAt === null ? null : new Date(user.passwordEndedAt),
    oidcIssuer: user.oidc?.issuer ?? null,
    oidcSubject: user.oidc?.subject ?? null,
    updatedAt: new Date(user.updatedAt),
    deactivatedAt: user.deactivatedAt === null ? null : new Date(user.deactivatedAt),
  };
}
