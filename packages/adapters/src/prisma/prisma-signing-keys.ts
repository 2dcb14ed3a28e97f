import type { SigningKeyRecord, SigningKeys } from '@klaxon/application';
import { SIGNING_KEYS_LOCK } from '../database/advisory-locks.ts';
import { withRetries } from '../database/database-errors.ts';
import { fieldsFrom } from './channel-mapper.ts';
import type { PrismaClient } from './generated/client.ts';
import type { SigningKeyModel } from './generated/models.ts';

const NEWEST_FIRST = { createdAt: 'desc' as const };

export function prismaSigningKeys(prisma: PrismaClient): SigningKeys {
  return {
    list: () =>
      withRetries(async () =>
        (await prisma.signingKey.findMany({ orderBy: NEWEST_FIRST })).map(keyFrom),
      ),

    add: (make, forgetBefore) =>
      withRetries(() =>
        prisma.$transaction(async (tx) => {
          await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SIGNING_KEYS_LOCK}::bigint)`;
          const known = await tx.signingKey.findMany({ orderBy: NEWEST_FIRST });
          const key = await make(known.map(keyFrom));
          if (!key) return;
          await tx.signingKey.deleteMany({ where: { retiresAt: { lt: new Date(forgetBefore) } } });
          const { kid, publicJwk, sealed, createdAt, retiresAt } = key;
          await tx.signingKey.create({
            data: {
              kid,
              publicJwk: JSON.parse(JSON.stringify(publicJwk)),
              privateKey: Uint8Array.from(sealed.bytes),
              keyId: sealed.keyId,
              createdAt: new Date(createdAt),
              retiresAt: new Date(retiresAt),
            },
            select: { kid: true },
          });
        }),
      ),
  };
}

function keyFrom(row: SigningKeyModel): SigningKeyRecord {
  return {
    kid: row.kid,
    publicJwk: fieldsFrom(row.publicJwk),
    sealed: { keyId: row.keyId, bytes: row.privateKey },
    createdAt: row.createdAt.getTime(),
    retiresAt: row.retiresAt.getTime(),
  };
}
