import type { ChannelQueries } from '@klaxon/application';
import { withRetries } from '../database/database-errors.ts';
import { channelFrom } from './channel-mapper.ts';
import type { PrismaClient } from './generated/client.ts';
import { ruleFrom } from './rule-mapper.ts';

export function prismaChannelQueries(prisma: PrismaClient): ChannelQueries {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  return {
    channels: () =>
      withRetries(async () =>
        (await prisma.notificationChannel.findMany({ orderBy })).map(channelFrom),
      ),
    rules: () =>
      withRetries(async () => (await prisma.notificationRule.findMany({ orderBy })).map(ruleFrom)),
  };
}
