import type { KnownPlaceRepository } from '@klaxon/application';
import { placeDigests } from '../crypto/place-digest.ts';
import type { Prisma } from './generated/client.ts';

export function prismaKnownPlaceRepository(tx: Prisma.TransactionClient): KnownPlaceRepository {
  return {
    async knownMarks(userId, marks, since) {
      const own = placeDigests({ marks, address: null }).marks;
      const rows = await tx.knownPlace.findMany({
        where: {
          userId,
          place: { in: own.map(({ digest }) => digest) },
          lastSeenAt: { gt: new Date(since) },
        },
        select: { place: true },
      });
      return own
        .filter(({ digest }) => rows.some(({ place }) => Buffer.compare(place, digest) === 0))
        .map(({ mark }) => mark);
    },

    async remember(userId, place, at) {
      const { marks, network } = placeDigests(place);
      const lastSeenAt = new Date(at);
      for (const digest of [...marks.map((one) => one.digest), ...(network ? [network] : [])])
        await tx.knownPlace.upsert({
          where: { userId_place: { userId, place: digest } },
          create: { userId, place: digest, lastSeenAt },
          update: { lastSeenAt },
          select: { userId: true },
        });
    },

    async deleteOf(userId) {
      await tx.knownPlace.deleteMany({ where: { userId } });
    },

    async deleteUnused(before) {
      await tx.knownPlace.deleteMany({ where: { lastSeenAt: { lte: new Date(before) } } });
    },
  };
}
