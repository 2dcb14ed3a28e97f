import { conflict, fieldsToKeep } from '@klaxon/domain';
import { auditEntry } from '../audit/audit-entry.ts';
import { type ChannelDeps, faultOf, openSecrets, sealSecrets } from './channel-tools.ts';

/**
 * Seals the secrets of every channel again, with the key that comes first now; all of them or none.
 * Answers of how many.
 *
 * @throws DomainError `conflict` that names the channel whose secrets cannot be opened
 */
export function makeRotateSecrets(
  deps: Pick<ChannelDeps, 'unitOfWork' | 'clock' | 'ids' | 'types' | 'box'>,
) {
  const { unitOfWork, types, box } = deps;
  return (): Promise<number> =>
    unitOfWork.run(async (tx) => {
      let count = 0;
      for (const channel of await tx.channels.all()) {
        const { id, name, type } = channel;
        if (channel.sealed === null) continue;
        try {
          const opened = { config: channel.config, secrets: openSecrets(box, channel) };
          const { config, secrets } = fieldsToKeep(types.get(type), opened);
          await tx.channels.update({
            ...channel,
            config,
            sealed: sealSecrets(box, id, { secrets }),
          });
        } catch (error) {
          throw conflict(`Nothing was changed. Channel "${name}": ${faultOf(error)}`);
        }
        count += 1;
      }
      await tx.audit.append([
        auditEntry(deps, null, {
          action: 'secrets.rotated',
          target: { kind: 'secrets', id: null, name: 'Secrets of channels' },
          after: { channels: count },
        }),
      ]);
      return count;
    });
}
