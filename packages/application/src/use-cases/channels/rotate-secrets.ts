import { conflict } from '@klaxon/domain';
import { type ChannelTools, saidBy } from './channel-tools.ts';

/**
 * Seals the secrets of every channel anew, with the key that comes first now; all of them or none.
 * Answers of how many.
 *
 * @throws DomainError `conflict` that names the channel whose secrets cannot be opened
 */
export function makeRotateSecrets({ unitOfWork, box }: Pick<ChannelTools, 'unitOfWork' | 'box'>) {
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
      return count;
    });
}
