import type { ChannelRecord } from '@klaxon/application';
import type { GivenFields } from '@klaxon/domain';
import type { Prisma } from './generated/client.ts';
import type { NotificationChannelModel } from './generated/models.ts';

export function channelFrom(row: NotificationChannelModel): ChannelRecord {
  const { secrets, keyId } = row;
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    enabled: row.enabled,
    fallback: row.fallback,
    config: fieldsFrom(row.config),
    sealed: secrets === null || keyId === null ? null : { keyId, bytes: secrets },
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
  };
}

export function channelColumns({ sealed, ...channel }: ChannelRecord) {
  const config: Prisma.InputJsonObject = JSON.parse(JSON.stringify(channel.config));
  return {
    name: channel.name,
    type: channel.type,
    enabled: channel.enabled,
    fallback: channel.fallback,
    config,
    secrets: sealed === null ? null : Uint8Array.from(sealed.bytes),
    keyId: sealed?.keyId ?? null,
    updatedAt: new Date(channel.updatedAt),
  };
}

/** A JSON object's fields. */
export function fieldsFrom(json: unknown): GivenFields {
  return typeof json === 'object' && json !== null ? { ...json } : {};
}
