import type { ChannelRepository } from '@klaxon/application';
import { notFound } from '@klaxon/domain';
import { channelColumns, channelFrom } from './channel-mapper.ts';
import type { Prisma } from './generated/client.ts';

export function prismaChannelRepository(tx: Prisma.TransactionClient): ChannelRepository {
  return {
    async get(id) {
      await tx.$queryRaw`SELECT id FROM notification_channels WHERE id = ${id}::uuid FOR UPDATE`;
      const row = await tx.notificationChannel.findUnique({ where: { id } });
      if (!row) throw notFound(`There is no channel ${id}.`);
      return channelFrom(row);
    },

    async all() {
      await tx.$queryRaw`SELECT id FROM notification_channels ORDER BY id FOR UPDATE`;
      const rows = await tx.notificationChannel.findMany({ orderBy: { id: 'asc' } });
      return rows.map(channelFrom);
    },

    async insert(channel) {
      const { id, createdAt } = channel;
      const data = { ...channelColumns(channel), id, createdAt: new Date(createdAt) };
      await tx.notificationChannel.create({ data, select: { id: true } });
    },

    async update(channel) {
      const data = channelColumns(channel);
      await tx.notificationChannel.update({
        where: { id: channel.id },
        data,
        select: { id: true },
      });
    },

    async delete(id) {
      await tx.notificationChannel.delete({ where: { id }, select: { id: true } });
    },
  };
}
