import { conflict } from '@klaxon/domain';
import { auditEntry } from '../audit/audit-entry.ts';
import { type ChannelTools, saidBy } from './channel-tools.ts';

/**
 * Seals the secrets of every channel anew, with the key that comes first now; all of them or none.
 * Answers of how many.
 *
 * @throws DomainError `conflict` that names the channel whose secrets cannot be opened
 */
export function makeRotateSecrets(
  tools: Pick<ChannelTools, 'unitOfWork' | 'clock' | 'ids' | 'box'>,
) {
  const { unitOfWork, box } = tools;
  return (): Promise<number> =>
    unitOfWork.run(async (tx) => {
      let count = 0;
      for (const channel of await tx.channels.all()) {
        const { id, name, sealed } = channel;
        if (sealed === null) continue;
        try {
          await tx.channels.update({ ...channel, sealed: box.seal(box.open(sealed, id), id) });
        } catch (error) {
          throw conflict(`Nothing was changed. Channel "${name}": ${saidBy(error)}`);
        }
        count += 1;
      }
      await tx.audit.append([
        auditEntry(tools, null, {
          action: 'secrets.rotated',
          target: { kind: 'secrets', id: null, name: 'Secrets of channels' },
          after: { channels: count },
        }),
      ]);
      return count;
    });
}
