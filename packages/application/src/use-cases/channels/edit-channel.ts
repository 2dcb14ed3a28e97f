import {
  changedDestination,
  expectMaySetUpChannel,
  expectSecretsAnew,
  fieldsToKeep,
  type GivenFields,
  isShownInPart,
  readChannelSettings,
} from '@klaxon/domain';
import type { ChannelRecord } from '../../ports/channel-repository.ts';
import type { ByCaller } from '../../shared/caller.ts';
import { auditEntry, changedFacts } from '../audit/audit-entry.ts';
import {
  type ChannelDeps,
  channelFacts,
  channelTarget,
  openSecrets,
  refuseEnvironment,
  type SavedChannel,
  sealSecrets,
  secretNames,
  typeOf,
  withMadeUpSecret,
} from './channel-tools.ts';

export interface ChannelEditInput {
  readonly channelId: string;
  readonly name?: string;
  readonly enabled?: boolean;
  readonly fallback?: boolean;
  /** The fields that change; null takes one away. */
  readonly config?: GivenFields;
  readonly secrets?: GivenFields;
}

/**
 * Changes a channel. What it does not touch stays, secrets too, unless they would go elsewhere than they
 * did; a webhook whose secret is taken away gets a new one.
 *
 * @throws DomainError `not-found`; `invalid` for fields that could never work, and for secrets that are to
 * be given again; `conflict` for a channel of the environment, a name that is taken, settings of a type that is
 * not known, or secrets that cannot be opened or sealed; `forbidden` for a key that may not do what messages tell and let do
 */
export function makeEditChannel(deps: ChannelDeps) {
  const { unitOfWork, clock } = deps;
  return async ({ actor, ...edit }: ByCaller & ChannelEditInput): Promise<SavedChannel> => {
    expectMaySetUpChannel(actor.principal);
    const { channelId } = edit;
    await refuseEnvironment(deps, channelId);
    return unitOfWork.run(async (tx) => {
      const channel = await tx.channels.get(channelId);
      const { settings, secretsChanged, generatedSecret } = changeSettings(deps, channel, edit);
      const changed = {
        ...channel,
        ...settings,
        name: edit.name ?? channel.name,
        enabled: edit.enabled ?? channel.enabled,
        fallback: edit.fallback ?? channel.fallback,
        updatedAt: Math.max(clock.now(), channel.updatedAt + 1),
      };
      await tx.channels.update(changed);
      const change = changedFacts(
        channelFacts(deps.types, channel),
        channelFacts(deps.types, changed),
      );
      await tx.audit.append([
        auditEntry(deps, actor, {
          action: 'channel.edited',
          target: channelTarget(changed),
          before: change.before,
          after: { ...change.after, ...secretNames(secretsChanged) },
        }),
      ]);
      return { channelId, generatedSecret };
    });
  };
}

function changeSettings(
  { types, box, newWebhookSecret }: ChannelDeps,
  channel: ChannelRecord,
  edit: ChannelEditInput,
): {
  readonly settings: Partial<Pick<ChannelRecord, 'config' | 'sealed'>>;
  readonly secretsChanged: readonly string[];
  readonly generatedSecret: string | null;
} {
  if (edit.config === undefined && edit.secrets === undefined)
    return { settings: {}, secretsChanged: [], generatedSecret: null };
  const channelType = typeOf(types, channel);
  const before = fieldsToKeep(channelType, {
    config: channel.config,
    secrets: keptSecrets(box, channel, edit.secrets),
  });
  const { secrets, generated } = withMadeUpSecret(
    channelType,
    { ...before.secrets, ...edit.secrets },
    newWebhookSecret,
  );
  const config = { ...before.config, ...edit.config };
  const read = readChannelSettings(channelType, { config, secrets });
  expectSecretsAnew(channelType, before, read, edit.secrets ?? {});
  const changed = changedDestination(channelType, before, read);
  const moved = channelType.fields.filter(
    (field) => isShownInPart(field) && changed.includes(field.name),
  );
  return {
    settings: { config: read.config, sealed: sealSecrets(box, channel.id, read) },
    secretsChanged: [...Object.keys(edit.secrets ?? {}), ...moved.map(({ name }) => name)],
    generatedSecret: generated,
  };
}

/** Secrets that no key opens any more must not stand in the way of new ones. */
function keptSecrets(
  box: ChannelDeps['box'],
  channel: ChannelRecord,
  given: GivenFields | undefined,
): GivenFields {
  try {
    return openSecrets(box, channel);
  } catch (error) {
    if (given === undefined) throw error;
    return {};
  }
}
